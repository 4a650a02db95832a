package RT::Extension::Lethe::PersonTables;

# The account and what belongs to it. The account itself comes last: it is what a person is found by.
use strict;
use warnings;
use RT::Extension::Lethe;
use RT::Extension::Lethe::Column::Content;
use RT::Extension::Lethe::Column::Disabled;
use RT::Extension::Lethe::Column::Packed;
use RT::Extension::Lethe::Column::Secret;
use RT::Extension::Lethe::Column::Unique;
use RT::Extension::Lethe::Memberships;
use RT::Extension::Lethe::Rows;
use RT::Extension::Lethe::Sessions;
use RT::Extension::Lethe::Table;
use RT::Extension::Lethe::TicketTables;

my @TEXTS = qw(RealName NickName Organization Comments Signature FreeformContactInfo Gecos HomePhone WorkPhone MobilePhone PagerPhone
    Address1 Address2 City State Zip Country Lang Timezone SMIMECertificate);

sub all { return ( RT::Extension::Lethe::Memberships->new, _tokens(), RT::Extension::Lethe::Sessions->new, _attributes(), _values(), _principals(), _users() ) }

# What hangs on a ticket, on one of its transactions, or on a user.
sub _hanging {
    my $ticket = "CASE WHEN t.ObjectType = 'RT::Ticket' THEN t.ObjectId WHEN x.ObjectType = 'RT::Ticket' THEN x.ObjectId END";
    return (
        joins => "LEFT JOIN Transactions x ON t.ObjectType = 'RT::Transaction' AND x.id = t.ObjectId LEFT JOIN Tickets k ON k.id = $ticket",
        issue => $ticket,
        made  => 'Created',
        whose => { self => "(t.ObjectType = 'RT::User' AND t.ObjectId = :person)", author => 't.Creator = :person' },
        links => {
            ticket => $ticket, queue => "CASE WHEN t.ObjectType = 'RT::Queue' THEN t.ObjectId ELSE k.Queue END", author => 't.Creator',
            user => "CASE WHEN t.ObjectType = 'RT::User' THEN t.ObjectId END", transaction => "CASE WHEN t.ObjectType = 'RT::Transaction' THEN t.ObjectId END",
            article => "CASE WHEN t.ObjectType = 'RT::Article' THEN t.ObjectId END", group => "CASE WHEN t.ObjectType = 'RT::Group' THEN t.ObjectId END"
        }
    );
}

sub _of { my $row = shift; return RT::Extension::Lethe::TicketTables::kind( $row->{ObjectType} ) }

sub _tokens {
    return RT::Extension::Lethe::Table->new(
        'AuthTokens', made => 'Created', whose => { self => 't.Owner = :person' }, links => { user => 't.Owner' },
        thing => sub {1}, remove => sub {undef}
    );
}

my $SETTING = qr/\A(?:SavedSearch|Search - .*|Dashboard|Subscription|ContentHistory)\z/;

sub _attributes {
    my $closed = sub {
        my $row = shift;
        return ( _of($row) // '' ) eq 'System' && ( $row->{Name} // '' ) !~ $SETTING ? 'a setting of RT: change it under Admin' : undef;
    };
    my $shared = sub { ( _of( $_[0] ) // '' ) =~ /\A(?:User|Ticket|Transaction)\z/ ? undef : 'others use it: change its texts instead' };
    return RT::Extension::Lethe::Table->new(
        'Attributes', _hanging(),
        columns => [ map { $_->new( $_->isa('RT::Extension::Lethe::Column::Packed') ? 'Content' : 'Description', closed => $closed ) }
                qw(RT::Extension::Lethe::Column::Packed RT::Extension::Lethe::Column) ],
        needs  => [qw(ObjectType ContentType)],
        facts  => { name => 'Name', of => \&_of },
        thing  => sub {1},
        remove => $shared
    );
}

sub _values {
    my %hanging = _hanging();
    return RT::Extension::Lethe::Table->new(
        'ObjectCustomFieldValues', %hanging,
        columns => [ RT::Extension::Lethe::Column->new('Content'), RT::Extension::Lethe::Column::Content->new('LargeContent') ],
        joins   => "$hanging{joins} LEFT JOIN CustomFields f ON f.id = t.CustomField",
        links   => { %{ $hanging{links} }, field => 't.CustomField' },
        needs   => [qw(ObjectType ContentType ContentEncoding Disabled)],
        facts   => { of => \&_of, name => 'f.Name', type => 'f.Type', disabled => sub { $_[0]{Disabled} ? 'true' : 'false' } },
        remove  => sub {undef}
    );
}

sub _of_rt { my $row = shift; return RT::Extension::Lethe->is_of_rt( $row->{id} ) ? 'an account of RT itself' : undef }

sub _principals {
    my $closed = sub { my $row = shift; return ( $row->{PrincipalType} // '' ) eq 'User' ? _of_rt($row) : 'not an account' };
    return RT::Extension::Lethe::Table->new(
        'Principals',
        columns => [ RT::Extension::Lethe::Column::Disabled->new( 'Disabled', closed => $closed ) ],
        whose   => { self => 't.id = :person' },
        links   => { user => "CASE WHEN t.PrincipalType = 'User' THEN t.id END" },
        needs   => [qw(PrincipalType)]
    );
}

sub _users {
    my %own = ( closed => \&_of_rt );
    my $privileged = 'EXISTS (SELECT 1 FROM GroupMembers m JOIN ' . RT::Extension::Lethe::Rows::table('Groups') . ' g ON g.id = m.GroupId '
        . "WHERE m.MemberId = t.id AND g.Domain = 'SystemInternal' AND g.Name = 'Privileged')";
    return RT::Extension::Lethe::Table->new(
        'Users',
        columns => [
            RT::Extension::Lethe::Column::Unique->new( 'Name', %own, required => 1 ), RT::Extension::Lethe::Column::Unique->new( 'EmailAddress', %own ),
            ( map { RT::Extension::Lethe::Column->new( $_, %own ) } @TEXTS ),
            RT::Extension::Lethe::Column::Secret->new( 'Password', %own, empty => '*NO-PASSWORD*' ), RT::Extension::Lethe::Column::Secret->new( 'AuthToken', %own )
        ],
        joins => 'LEFT JOIN Principals p ON p.id = t.id',
        made  => 'Created',
        whose => { self => 't.id = :person' },
        links => { user => 't.id' },
        facts => {
            privileged => "CASE WHEN $privileged THEN 'true' ELSE 'false' END", disabled => "CASE WHEN p.Disabled <> 0 THEN 'true' ELSE 'false' END",
            admin => \&_is_administrator, system => sub { _of_rt( $_[0] ) ? 'true' : 'false' }
        }
    );
}

sub _is_administrator {
    my $row  = shift;
    my $user = RT::User->new( RT->SystemUser );
    $user->Load( $row->{id} );
    return $user->id && $user->HasRight( Right => 'SuperUser', Object => RT->System ) ? 'true' : 'false';
}

1;
