package RT::Extension::Lethe::Walk;

# Goes through the tables one after the other, row by row in order, and stops when a page is full.
use strict;
use warnings;
use MIME::Base64 ();
use Time::HiRes ();
use RT::Extension::Lethe::Catalogue;
use RT::Extension::Lethe::OtherTexts;
use RT::Extension::Lethe::Rejected;
use RT::Extension::Lethe::Traces;

my $CHUNK   = 200;
my $BYTES   = 4_000_000;
my $SECONDS = 10;

# tables: names, or nothing for all.
sub new {
    my ( $class, $search, $tables, $limit ) = @_;
    my @all = ( RT::Extension::Lethe::Catalogue::of_others(), RT::Extension::Lethe::OtherTexts::tables(), RT::Extension::Lethe::Catalogue::of_the_person() );
    my %wanted = map { $_ => 1 } @{ $tables // [] };
    return bless { search => $search, limit => $limit, tables => [ grep { !$tables || $wanted{ $_->name } } @all ] }, $class;
}

# cursor: what the page before gave as `next`, or nothing. Gives the traces and the next cursor.
sub page {
    my ( $self, $cursor ) = @_;
    @$self{qw(traces bytes deadline)} = ( [], 0, Time::HiRes::time() + $SECONDS );
    my ( $index, $after ) = defined $cursor ? $self->_decoded($cursor) : ( 0, undef );
    for my $at ( $index .. $#{ $self->{tables} } ) {
        my $table = $self->{tables}[$at];
        my $last  = $self->_read( $table, $after // $table->first_key );
        return $self->_answer( MIME::Base64::encode_base64url( $table->name . ":$last" ) ) if defined $last;
        $after = undef;
    }
    return $self->_answer(undef);
}

# Reads on in one table. Gives where it stopped when the page is full, nothing when the table is done.
sub _read {
    my ( $self, $table, $after ) = @_;
    while (1) {
        my @rows = $table->rows( $self->{search}, $after, $CHUNK );
        for my $row (@rows) {
            $after = $row->{id};
            my @traces = RT::Extension::Lethe::Traces::of( $table, $row, $self->{search}->mentions );
            push @{ $self->{traces} }, @traces;
            $self->{bytes} += length( $_->{text} // '' ) for @traces;
            return $after if $self->_is_full;
        }
        return if @rows < $CHUNK;
    }
}

sub _is_full {
    my $self = shift;
    return @{ $self->{traces} } >= $self->{limit} || $self->{bytes} > $BYTES || Time::HiRes::time() > $self->{deadline};
}

sub _answer { my ( $self, $next ) = @_; return { traces => $self->{traces}, next => $next } }

sub _decoded {
    my ( $self, $cursor ) = @_;
    my ( $name, $after ) = split /:/, MIME::Base64::decode_base64url($cursor), 2;
    my ($index) = grep { $self->{tables}[$_]->name eq ( $name // '' ) } 0 .. $#{ $self->{tables} };
    return ( $index, $after ) if defined $index && defined $after && $self->{tables}[$index]->is_key($after);
    RT::Extension::Lethe::Rejected->throw( 'this cursor is not from this walk: start again without one', 'cursor' );
}

1;
