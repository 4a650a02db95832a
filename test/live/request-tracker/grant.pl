# Grants the right LetheAnonymize to a new group, as an administrator does under Admin > Global > Group Rights, and puts somebody into it.
# Reads {"group", "member"} from stdin.
use strict;
use warnings;
use JSON;
use RT -init;

my $input = JSON->new->utf8->decode( join '', <STDIN> );
my $group = RT::Group->new( RT->SystemUser );
my ( $made, $message ) = $group->CreateUserDefinedGroup( Name => $input->{group} );
die "grant.pl: $message\n" unless $made;
( $made, $message ) = $group->AddMember( $input->{member} );
die "grant.pl: $message\n" unless $made;
( $made, $message ) = $group->PrincipalObj->GrantRight( Right => 'LetheAnonymize', Object => RT->System );
die "grant.pl: $message\n" unless $made;
print JSON->new->encode( { group => $group->id } ), "\n";
