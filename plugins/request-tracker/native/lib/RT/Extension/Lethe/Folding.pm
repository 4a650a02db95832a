package RT::Extension::Lethe::Folding;

# Makes spellings of one name equal: case, accents, composed and decomposed letters, ligatures, invisible characters.
use strict;
use warnings;
use utf8;
use feature 'fc';
use Unicode::Normalize ();

# Letters that carry no separable accent.
my %PLAIN = ( 'ł' => 'l', 'ø' => 'o', 'đ' => 'd', 'ð' => 'd', 'þ' => 'th', 'æ' => 'ae', 'œ' => 'oe', 'ı' => 'i', 'ħ' => 'h' );

sub fold {
    my $text = shift;
    return lc $text unless $text =~ /[^\x00-\x7F]/;
    $text = fc Unicode::Normalize::NFKD($text);
    $text =~ s/[\p{Mn}\p{Cf}]+//g;
    $text =~ s/([łøđðþæœıħ])/$PLAIN{$1}/g;
    return $text;
}

1;
