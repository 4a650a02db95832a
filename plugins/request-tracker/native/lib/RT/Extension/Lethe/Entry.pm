package RT::Extension::Lethe::Entry;

# The way from RT's menus to Lethe's server: who may take it, where it leads, and the word that vouches for who takes it. See README.md.
use strict;
use warnings;
use Digest::SHA ();
use JSON ();
use MIME::Base64 ();

# For how many seconds a word is good.
our $SECONDS = 60;

# Set in RT_SiteConfig.pm alone; RT's own page of settings shows that there is a secret, and not which.
$RT::Config::META{LetheEntry} = {
    Type      => 'HASH',
    Immutable => 1,
    Obfuscate => sub {
        my ( $config, $sources, $user ) = @_;
        return $user->loc('Password not printed');
    },
};

sub settings {
    my %settings = RT->Config->Get('LetheEntry');
    $settings{$_} //= '' for qw(Address Host Secret);
    $settings{Address} =~ s{/\z}{};
    return \%settings;
}

# Whether an administrator said where Lethe's server is, and with what to sign.
sub is_open {
    my $settings = settings();
    return $settings->{Address} =~ m{\Ahttps?://[^/?#\@\s]+\z} && $settings->{Host} =~ /\A[a-z0-9-]{1,40}\z/ && $settings->{Secret} =~ /\A[\w-]{43,}\z/ ? 1 : 0;
}

# Whether an account may come in from RT's own menus: it holds the right, by a group or by itself. To be SuperUser is not enough, as
# that holds every right there is.
sub is_agent {
    my $user = shift;
    return 0 if !$user || !$user->id || $user->Disabled;
    my $granted = RT::ACL->new( RT->SystemUser );
    $granted->Limit( FIELD => 'RightName', VALUE => $RT::Extension::Lethe::RIGHT );
    $granted->LimitToObject( RT->System );
    while ( my $grant = $granted->Next ) {
        my $principal = $grant->PrincipalObj;
        next if !$principal->id || $principal->Disabled || !$principal->IsGroup;
        return 1 if $principal->Object->HasMemberRecursively( $user->PrincipalObj );
    }
    return 0;
}

# Says for the server that this account comes in now, for this person. Ids alone; good once.
sub word {
    my ( $by, $person ) = @_;
    my $settings = settings();
    my $now      = time;
    my $said     = JSON->new->utf8->canonical->encode(
        {   host => $settings->{Host}, audience => $settings->{Address}, by => '' . $by, people => [ '' . $person ],
            issued => $now + 0, expires => $now + $SECONDS, nonce => _encoded( _random(24) )
        }
    );
    my $signed = 'lethe1.' . _encoded($said);
    return "$signed." . _encoded( Digest::SHA::hmac_sha256( $signed, $settings->{Secret} ) );
}

sub _encoded { return MIME::Base64::encode_base64url(shift) }

sub _random {
    my $count = shift;
    open my $source, '<:raw', '/dev/urandom' or die "no randomness\n";
    my $bytes;
    my $read = read $source, $bytes, $count;
    close $source;
    die "no randomness\n" unless defined $read && $read == $count;
    return $bytes;
}

1;
