package RT::Extension::Lethe::Mentions;

# Whether a text mentions one of the terms or telephone numbers. Finds too much rather than too little.
use strict;
use warnings;
use HTML::Entities ();
use RT::Extension::Lethe::Folding;
use RT::Extension::Lethe::MailWords;
use RT::Extension::Lethe::Rows;

our $SEPARATORS = qr/[\s_\-.,+]+/;
my $AT = '(?:@|%40|=40)';

sub new {
    my ( $class, $terms, $phones ) = @_;
    my @pieces = grep {@$_} map { [ grep {length} split $SEPARATORS, RT::Extension::Lethe::Folding::fold($_) ] } @$terms;
    my @patterns = ( ( map { _words($_) } @pieces ), ( map { join '\D{0,3}', split //, $_ } @$phones ) );
    my $pattern = join '|', @patterns;
    return bless { any => scalar @patterns, pattern => qr/$pattern/, likes => [ _likes( \@pieces, $phones ) ] }, $class;
}

sub any { return $_[0]{any} }

sub in {
    my ( $self, $text ) = @_;
    return 0 unless $self->any && defined $text && length $text;
    return 1 if RT::Extension::Lethe::Folding::fold($text) =~ $self->{pattern};
    return scalar grep { RT::Extension::Lethe::Folding::fold($_) =~ $self->{pattern} } _unescaped($text);
}

# SQL that is true for every text that may match (and for some that do not): what is plain ASCII is compared here, everything
# else goes to Perl, because databases do not agree on the case and the accents of letters.
sub sql {
    my ( $self, $column ) = @_;
    my $text = RT::Extension::Lethe::Rows::as_text($column);
    my @likes = map {"LOWER($text) LIKE $_ ESCAPE '!'"} @{ $self->{likes} };
    return '(' . join( ' OR ', RT::Extension::Lethe::Rows::beyond_ascii($column), "$text LIKE '%&%;%'", "$text LIKE '%=?%?=%'", @likes ) . ')';
}

# A text as a reader of HTML, or of a header, sees it.
sub _unescaped {
    my $text = shift;
    my @found;
    push @found, HTML::Entities::decode_entities("$text") if $text =~ /&[#\w]+;/;
    push @found, RT::Extension::Lethe::MailWords::decoded($text) if $text =~ /=\?[^?]+\?[bq]\?/i;
    return @found;
}

sub _words {
    my $pieces = shift;
    return join '[\s_\-.,+]+', map { my $piece = quotemeta; $piece =~ s/\\?\@/$AT/g; $piece } @$pieces;
}

sub _likes {
    my ( $pieces, $phones ) = @_;
    my @plain = grep {
        !grep {/[^\x00-\x7F]/} @$_
    } @$pieces;
    my @patterns = ( ( map { join '%', map { _like($_) } @$_ } @plain ), ( map { join '%', split //, $_ } @$phones ) );
    return map { RT::Extension::Lethe::Rows::quote("%$_%") } @patterns;
}

sub _like {
    my $piece = shift;
    $piece =~ s/([!%_])/!$1/g;
    $piece =~ s/\@/%/g;
    return $piece;
}

1;
