# Prints what reports count: numbers of things and sums, by every dimension a report of RT groups by.
use strict;
use warnings;
use JSON;
use RT -init;

my $dbh = $RT::Handle->dbh;

sub by {
    my ( $what, $from, @columns ) = @_;
    my $columns = join ', ', @columns;
    my $rows = $dbh->selectall_arrayref("SELECT $columns, $what FROM $from GROUP BY $columns ORDER BY $columns");
    return { map { my @row = map { $_ // '' } @$_; my $number = pop @row; ( join( ' / ', @row ) => $number ) } @$rows };
}

sub count { my ($number) = $dbh->selectrow_array( 'SELECT COUNT(*) FROM ' . shift ); return $number }

my $roles = "Groups g JOIN GroupMembers m ON m.GroupId = g.id WHERE g.Domain = 'RT::Ticket-Role'";
my $month = q{strftime('%Y-%m', Created)};
print JSON->new->canonical->encode( {
    tickets              => by( 'COUNT(*)', 'Tickets', qw(Queue Status Priority Type) ),
    'tickets by creator' => by( 'COUNT(*)', 'Tickets', 'Creator' ),
    'tickets by owner'   => by( 'COUNT(*)', 'Tickets', 'Owner' ),
    'tickets by month'   => by( 'COUNT(*)', 'Tickets', $month ),
    'tickets by requestor' => by( 'COUNT(*)', "$roles AND g.Name = 'Requestor'", 'm.MemberId' ),
    'merged'             => by( 'COUNT(*)', 'Tickets', 'EffectiveId' ),
    times                => by( 'SUM(TimeWorked)', 'Tickets', 'Queue' ),
    transactions         => by( 'COUNT(*)', "Transactions WHERE ObjectType = 'RT::Ticket'", qw(ObjectId Type Creator) ),
    'all transactions'   => count('Transactions'),
    organizations        => by( 'COUNT(*)', 'Users', 'Organization' ),
    accounts             => count('Users'),
    groups               => by( 'COUNT(*)', "Groups g JOIN GroupMembers m ON m.GroupId = g.id WHERE g.Domain = 'UserDefined'", 'g.id' ),
    articles             => by( 'COUNT(*)', 'Articles', 'Class' ),
    assets               => by( 'COUNT(*)', 'Assets', qw(Catalog Status) ),
    links                => by( 'COUNT(*)', 'Links', 'Type' ),
} ), "\n";
