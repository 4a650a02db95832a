package RT::Extension::Lethe::Memberships;

# GroupMembers: roles on tickets, queues and assets, and members of groups. RT keeps a second table of who is in what by which way,
# so a row goes by way of RT's own class, which writes no transaction.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Table';

my $ROLES = "g.Domain IN ('RT::Ticket-Role', 'RT::Queue-Role', 'RT::Asset-Role', 'RT::Catalog-Role', 'RT::System-Role') AND g.Name <> 'Owner'";
my $TICKET = "CASE WHEN g.Domain = 'RT::Ticket-Role' THEN g.Instance END";
my %ON = ( 'RT::Ticket-Role' => 'Ticket', 'RT::Queue-Role' => 'Queue', 'RT::Asset-Role' => 'Asset', 'RT::Catalog-Role' => 'Catalog',
    'RT::System-Role' => 'System', UserDefined => 'Group' );

sub new {
    my $class = shift;
    return $class->SUPER::new(
        'GroupMembers',
        joins => 'JOIN ' . RT::Extension::Lethe::Rows::table('Groups') . ' g ON g.id = t.GroupId JOIN Principals p ON p.id = t.MemberId '
            . "LEFT JOIN Tickets k ON g.Domain = 'RT::Ticket-Role' AND k.id = g.Instance",
        whose  => { watcher => "(t.MemberId = :person AND $ROLES)", member => "(t.MemberId = :person AND g.Domain = 'UserDefined')" },
        issue  => $TICKET,
        listed => "((g.Domain = 'UserDefined') OR ($ROLES))",
        links  => {
            group => 't.GroupId', user => "CASE WHEN p.PrincipalType = 'User' THEN t.MemberId END", ticket => $TICKET,
            queue => "CASE WHEN g.Domain = 'RT::Queue-Role' THEN g.Instance ELSE k.Queue END"
        },
        facts => { role => "CASE WHEN g.Domain <> 'UserDefined' THEN g.Name END", domain => 'g.Domain', on => sub { $ON{ $_[0]{fact_domain} } } },
        made   => 'Created',
        needs  => [qw(GroupId MemberId)],
        thing  => sub {1},
        remove => \&_refusal
    );
}

sub remove {
    my ( $self, $row ) = @_;
    my $member = RT::GroupMember->new( RT->SystemUser );
    $member->Load( $row->{id} );
    my ($ok) = $member->Delete;
    die "a member could not be removed\n" unless $ok;
}

sub _refusal {
    my $row = shift;
    my $group = RT::Group->new( RT->SystemUser );
    $group->Load( $row->{GroupId} );
    my $domain = $group->Domain // '';
    return 'RT needs an owner: give the ticket to somebody else' if $domain =~ /-Role\z/ && $group->Name eq 'Owner';
    return 'a group of RT itself' unless $ON{$domain};
    return;
}

1;
