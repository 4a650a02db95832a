# Prints everything an instance of Request Tracker holds as JSON lines, outside RT and without changing anything:
#   {"at":"Attachments/12/Content","text":"..."}   every text cell of every table, with what it says once decoded below it
#   {"at":"sessions/ab12","text":"..."}            every file: sessions, caches, temporary files
# Usage: perl dump.pl DATABASE FOLDER...
use strict;
use warnings;
use DBI;
use Encode ();
use File::Find ();
use HTML::Entities ();
use JSON ();
use MIME::Base64 ();
use MIME::QuotedPrint ();
use URI::Escape ();

my $json = JSON->new->utf8;

sub text { my $bytes = shift; return Encode::decode( 'UTF-8', $bytes ) }

# What the same bytes say in the encodings RT and mails use. More than one may fit; a hunt wants them all.
sub readings {
    my $bytes = shift;
    my @found = ($bytes);
    push @found, MIME::Base64::decode_base64($bytes) if $bytes =~ m{\A[A-Za-z0-9+/\r\n]{24,}={0,2}\s*\z};
    push @found, MIME::QuotedPrint::decode_qp($bytes) if $bytes =~ /=[0-9A-F]{2}|=\r?\n/;
    push @found, URI::Escape::uri_unescape($bytes) if $bytes =~ /%[0-9A-F]{2}/i;
    my @texts = map { text($_) } @found;
    push @texts, map { HTML::Entities::decode_entities("$_") } grep {/&[#\w]+;/} @texts;
    push @texts, map { Encode::decode( 'MIME-Header', $_ ) } grep {/=\?[^?]+\?[bq]\?/i} @texts;
    my %seen;
    return join "\n", grep { !$seen{$_}++ } @texts;
}

sub show { my ( $at, $bytes ) = @_; print $json->encode( { at => $at, text => readings($bytes) } ), "\n" }

sub show_table {
    my ( $database, $table ) = @_;
    for my $row ( @{ $database->selectall_arrayref( "SELECT rowid AS lethe_row, * FROM \"$table\"", { Slice => {} } ) } ) {
        my $number = delete $row->{lethe_row};
        $number = $row->{id} if defined $row->{id};
        show( "$table/$number/$_", "$row->{$_}" ) for sort grep { defined $row->{$_} } keys %$row;
    }
}

sub show_folder {
    my $folder = shift;
    my ($name) = $folder =~ m{([^/]+)/?\z};
    File::Find::find( { no_chdir => 1, wanted => sub {
        return unless -f;
        my $path = $_;
        open my $file, '<:raw', $path or return;
        local $/;
        show( $name . substr( $path, length $folder ), substr( $path, length $folder ) . "\n" . <$file> );
    } }, $folder ) if -d $folder;
}

my $database = DBI->connect( 'dbi:SQLite:dbname=' . shift, '', '', { RaiseError => 1, sqlite_open_flags => 1 } );
my @tables = @{ $database->selectcol_arrayref("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") };
show_table( $database, $_ ) for @tables;
show_folder($_) for @ARGV;
