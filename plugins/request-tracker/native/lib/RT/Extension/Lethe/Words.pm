package RT::Extension::Lethe::Words;

# What the entry says, in the languages Lethe has. RT reads lexicons of extensions from one folder of its own only; so it needs no step at install.
use strict;
use warnings;
use utf8;

my %WORDS = (
    de => {
        "Anonymize user" =>
            "Benutzer anonymisieren",
        "Go on to Lethe" =>
            "Weiter zu Lethe",
        "You are led to Lethe, which first shows what would be emptied. Nothing changes until you confirm it there." =>
            "Sie werden zu Lethe geführt; dort wird zuerst gezeigt, was geleert würde. Bis Sie dort bestätigen, ändert sich nichts.",
    },
    fr => {
        "Anonymize user" =>
            "Anonymiser l'utilisateur",
        "Go on to Lethe" =>
            "Continuer vers Lethe",
        "You are led to Lethe, which first shows what would be emptied. Nothing changes until you confirm it there." =>
            "Vous êtes conduit vers Lethe, qui montre d'abord ce qui serait vidé. Rien ne change avant que vous ne le confirmiez là-bas.",
    },
    es => {
        "Anonymize user" =>
            "Anonimizar usuario",
        "Go on to Lethe" =>
            "Continuar a Lethe",
        "You are led to Lethe, which first shows what would be emptied. Nothing changes until you confirm it there." =>
            "Se le lleva a Lethe, que primero muestra qué se vaciaría. No cambia nada hasta que lo confirme allí.",
    },
    sv => {
        "Anonymize user" =>
            "Anonymisera användare",
        "Go on to Lethe" =>
            "Fortsätt till Lethe",
        "You are led to Lethe, which first shows what would be emptied. Nothing changes until you confirm it there." =>
            "Du leds till Lethe, som först visar vad som skulle tömmas. Inget ändras förrän du bekräftar det där.",
    },
);

# A sentence in the language of somebody's RT, or as it stands.
sub said {
    my ( $user, $sentence ) = @_;
    my $handle = $user && $user->LanguageHandle;
    my ($language) = ( $handle ? $handle->language_tag : 'en' ) =~ /\A(\w+)/;
    return $WORDS{ $language // 'en' }{$sentence} // $sentence;
}

1;
