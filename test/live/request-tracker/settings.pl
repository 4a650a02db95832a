# What REST cannot make: rights, custom fields on users, the service account and its token (printed). Run once, by install.sh.
use strict;
use warnings;
use RT -init;

my $system = RT->SystemUser;

sub must { my ( $ok, $message ) = @_; die "settings.pl: $message\n" unless $ok; return $ok }

sub internal_group {
    my $group = RT::Group->new($system);
    $group->LoadSystemInternalGroup(shift);
    return $group->PrincipalObj;
}

sub grant {
    my ( $principal, $object, @rights ) = @_;
    must( $principal->GrantRight( Right => $_, Object => $object ) ) for @rights;
}

sub field {
    my ( $name, $lookup, $on, %more ) = @_;
    my $field = RT::CustomField->new($system);
    must( $field->Create( Name => $name, Type => 'Freeform', MaxValues => 1, LookupType => $lookup, %more ) );
    must( $field->AddToObject($on) );
}

sub set_up_root {
    my $root = RT::User->new($system);
    $root->Load('root');
    must( $root->SetPassword( $ENV{LETHE_RT_PASSWORD} || die "settings.pl: LETHE_RT_PASSWORD is not set\n" ) );
    must( $root->SetEmailAddress('root@helpdesk.test') );
}

sub service_account {
    my $account = RT::User->new($system);
    must( $account->Create( Name => 'lethe-service', EmailAddress => 'lethe-service@helpdesk.test', Privileged => 1 ) );
    grant( $account->PrincipalObj, RT->System, 'SuperUser' );
    require RT::AuthToken;
    my ( $id, $message, $token ) = RT::AuthToken->new( RT::CurrentUser->new($account) )->Create( Owner => $account->id, Description => 'lethe' );
    must( $id, $message );
    return $token;
}

my $queue = RT::Queue->new($system);
$queue->Load('General');
grant( internal_group('Everyone'), $queue, qw(CreateTicket ReplyToTicket SeeQueue) );
grant( internal_group('Privileged'), RT->System,
    qw(ShowTicket ShowTicketComments CommentOnTicket ReplyToTicket CreateTicket ModifyTicket OwnTicket WatchAsAdminCc Watch SeeQueue SeeCustomField
       ModifyCustomField ShowOutgoingEmail DeleteTicket StealTicket TakeTicket SeeGroup ShowArticle CreateArticle ModifyArticle ShowUserHistory) );
field( 'Employee number',  'RT::User', RT::User->new($system) );
field( 'Second phone',     'RT::User', RT::User->new($system) );
field( 'Callback number',  'RT::Queue-RT::Ticket', RT::Queue->new($system) );
field( 'Circumstances',    'RT::Queue-RT::Ticket', RT::Queue->new($system), Type => 'Text' );
set_up_root();
print service_account(), "\n";
