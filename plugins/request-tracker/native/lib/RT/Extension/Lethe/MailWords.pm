package RT::Extension::Lethe::MailWords;

# Mails RT sends are kept with their headers as they went out: =?UTF-8?B?...?=. Here they are read as people see them.
use strict;
use warnings;
use Encode ();
use MIME::Base64 ();
use MIME::QuotedPrint ();

my $WORD = qr/=\?([\w.+-]+)(?:\*[\w-]+)?\?([bqBQ])\?([^?\s]*)\?=/;

# A text with every encoded word decoded; the line breaks of headers stay where they are.
sub decoded {
    my $text = shift;
    return $text unless defined $text && $text =~ $WORD;
    $text =~ s/($WORD(?:\s+$WORD)*)/_run($1)/ge;
    return $text;
}

# Words in a row may share a letter, so their bytes are joined first.
sub _run {
    my $run = shift;
    my @pieces;
    while ( $run =~ /$WORD/g ) {
        my ( $charset, $bytes ) = ( lc $1, _bytes( lc $2, $3 ) );
        if ( @pieces && $pieces[-1][0] eq $charset ) { $pieces[-1][1] .= $bytes }
        else                                         { push @pieces, [ $charset, $bytes ] }
    }
    return join '', map { _text(@$_) } @pieces;
}

sub _bytes {
    my ( $kind, $value ) = @_;
    return MIME::Base64::decode_base64($value) if $kind eq 'b';
    $value =~ tr/_/ /;
    return MIME::QuotedPrint::decode_qp($value);
}

sub _text {
    my ( $charset, $bytes ) = @_;
    my $encoding = Encode::find_encoding($charset) // Encode::find_encoding('UTF-8');
    return $encoding->decode($bytes);
}

1;
