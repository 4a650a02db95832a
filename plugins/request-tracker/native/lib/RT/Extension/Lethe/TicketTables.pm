package RT::Extension::Lethe::TicketTables;

# Tickets, their history, and the mails and files in it.
use strict;
use warnings;
use RT::Extension::Lethe::Column;
use RT::Extension::Lethe::Column::Content;
use RT::Extension::Lethe::Column::Headers;
use RT::Extension::Lethe::Column::MailText;
use RT::Extension::Lethe::FullText;
use RT::Extension::Lethe::Rows;
use RT::Extension::Lethe::Table;

# Transactions whose values are numbers, states or dates, and columns for which a Set is one.
my $NO_TEXTS = "'AddMember', 'AddReminder', 'AddWatcher', 'AttachmentAdd', 'AttachmentDel', 'DelWatcher', 'DeleteMember', 'Disabled', 'Enabled', 'Force', "
    . "'Give', 'OpenReminder', 'ResolveReminder', 'SetWatcher', 'Status', 'Steal', 'Take', 'Told', 'Untake'";
my $NO_FIELDS = "'Disabled', 'Due', 'EffectiveId', 'FinalPriority', 'InitialPriority', 'IsMerged', 'LastUpdated', 'Owner', 'Password', 'Priority', 'Privileged', "
    . "'Queue', 'Resolved', 'SLA', 'Started', 'Starts', 'Status', 'TimeEstimated', 'TimeLeft', 'TimeWorked', 'Told', 'Type'";

sub all { return ( _tickets(), _transactions(), _attachments(), _links() ) }

sub columns { return map { RT::Extension::Lethe::Column->new($_) } @_ }

sub _tickets {
    return RT::Extension::Lethe::Table->new(
        'Tickets',
        columns => [ columns('Subject') ],
        joins   => 'LEFT JOIN Queues q ON q.id = t.Queue',
        issue   => 't.id',
        made    => 'Created',
        needs   => [qw(EffectiveId)],
        whose   => { author => 't.Creator = :person', assignee => 't.Owner = :person' },
        links   => { ticket => 't.id', queue => 't.Queue', author => 't.Creator', assignee => 't.Owner', requestor => _first_requestor() },
        facts   => {
            status => 'Status', type => 'Type', priority => 'Priority', queue => 'q.Name', lifecycle => 'q.Lifecycle', closed => \&_is_closed,
            updated_on => sub { scalar RT::Extension::Lethe::Rows::iso( $_[0]{LastUpdated} ) },
            closed_on  => sub { scalar RT::Extension::Lethe::Rows::iso( $_[0]{Resolved} ) },
            interface  => \&_interface_of_ticket, requestors => \&_requestors, merged_into => sub { $_[0]{EffectiveId} == $_[0]{id} ? undef : $_[0]{EffectiveId} }
        }
    );
}

sub _first_requestor {
    my $groups = RT::Extension::Lethe::Rows::table('Groups');
    return "(SELECT MIN(m.MemberId) FROM $groups g JOIN GroupMembers m ON m.GroupId = g.id "
        . "WHERE g.Domain = 'RT::Ticket-Role' AND g.Name = 'Requestor' AND g.Instance = t.id)";
}

sub _requestors {
    my $row = shift;
    my $groups = RT::Extension::Lethe::Rows::table('Groups');
    my $sql = "SELECT m.MemberId FROM $groups g JOIN GroupMembers m ON m.GroupId = g.id WHERE g.Domain = 'RT::Ticket-Role' AND g.Name = 'Requestor' AND g.Instance = ? "
        . 'ORDER BY m.MemberId';
    return join( ',', RT::Extension::Lethe::Rows::column_of( $sql, $row->{id} ) ) || undef;
}

sub _is_closed {
    my $row = shift;
    my $lifecycle = RT::Lifecycle->Load( Type => 'ticket', Name => $row->{fact_lifecycle} || 'default' );
    return $lifecycle && $lifecycle->IsInactive( $row->{Status} ) ? 'true' : 'false';
}

# Set by RT itself on the first message: Email, Web, REST2 ...
sub _interface {
    my $headers = RT::Extension::Lethe::Rows::text( $_[0] ) // '';
    return $headers =~ /^X-RT-Interface:[ \t]*([\w.]+)/mi ? $1 : undef;
}

sub _interface_of_ticket {
    my $row = shift;
    my $sql = 'SELECT a.Headers FROM Attachments a JOIN Transactions x ON x.id = a.TransactionId '
        . "WHERE x.ObjectType = 'RT::Ticket' AND x.ObjectId = ? AND x.Type = 'Create' ORDER BY a.id LIMIT 1";
    return _interface( RT::Extension::Lethe::Rows::one( $sql, $row->{id} ) );
}

# A transaction's values are listed where they are texts; what is only a number or a state is listed when it mentions.
sub _transactions {
    my $ticket = "CASE WHEN t.ObjectType = 'RT::Ticket' THEN t.ObjectId END";
    return RT::Extension::Lethe::Table->new(
        'Transactions',
        columns => [ columns(qw(OldValue NewValue Data)) ],
        joins   => "LEFT JOIN Tickets k ON t.ObjectType = 'RT::Ticket' AND k.id = t.ObjectId",
        issue   => $ticket,
        made    => 'Created',
        needs   => [qw(ObjectType)],
        whose   => { author => 't.Creator = :person', self => "(t.ObjectType = 'RT::User' AND t.ObjectId = :person)" },
        listed  => "(t.Type NOT IN ($NO_TEXTS) AND NOT (t.Type = 'Set' AND COALESCE(t.Field, '') IN ($NO_FIELDS)))",
        links   => {
            transaction => 't.id', ticket => $ticket, queue => 'k.Queue', author => 't.Creator', user => "CASE WHEN t.ObjectType = 'RT::User' THEN t.ObjectId END",
            article => "CASE WHEN t.ObjectType = 'RT::Article' THEN t.ObjectId END", group => "CASE WHEN t.ObjectType = 'RT::Group' THEN t.ObjectId END"
        },
        facts => { type => 'Type', field => 'Field', on => sub { _kind( $_[0]{ObjectType} ) } }
    );
}

# RT::Ticket is a Ticket.
sub _kind { my $class = shift // ''; $class =~ s/\ART:://; return $class eq '' ? undef : $class }
sub kind { return _kind(@_) }

sub _attachments {
    my $ticket  = "CASE WHEN x.ObjectType = 'RT::Ticket' THEN x.ObjectId END";
    my $content = RT::Extension::Lethe::Column::Content->new('Content');
    return RT::Extension::Lethe::AttachmentTable->new(
        'Attachments',
        columns => [ ( map { RT::Extension::Lethe::Column::MailText->new($_) } qw(Subject Filename) ), columns('MessageId'), RT::Extension::Lethe::Column::Headers->new('Headers'), $content ],
        joins   => "JOIN Transactions x ON x.id = t.TransactionId LEFT JOIN Tickets k ON x.ObjectType = 'RT::Ticket' AND k.id = x.ObjectId",
        issue   => $ticket,
        made    => 'Created',
        needs   => [qw(ContentType ContentEncoding Parent)],
        whose   => { author => '(t.Creator = :person OR x.Creator = :person)', self => "(x.ObjectType = 'RT::User' AND x.ObjectId = :person)" },
        links   => {
            attachment => 't.id', transaction => 't.TransactionId', ticket => $ticket, queue => 'k.Queue', author => 'x.Creator',
            user => "CASE WHEN x.ObjectType = 'RT::User' THEN x.ObjectId END", parent => 't.Parent'
        },
        facts => {
            type => 'ContentType', size => sub { length( $content->decoded( $_[0] ) // '' ) }, file => sub { _is_file( $_[0] ) ? 'true' : 'false' },
            root => sub { $_[0]{Parent} ? 'false' : 'true' }, transaction_type => 'x.Type', interface => sub { _interface( $_[0]{Headers} ) }
        },
        thing  => \&_is_file,
        remove => \&_part_refusal
    );
}

sub _is_file {
    my $row = shift;
    return 1 if ( $row->{Filename} // '' ) ne '';
    return ( $row->{ContentType} // '' ) =~ m{\A(?:text/|multipart/|message/|\z)}i ? 0 : 1;
}

sub _part_refusal {
    my $row = shift;
    return 'the first part of a message: empty its texts instead' unless $row->{Parent};
    return 'it has parts of its own: empty its texts instead'
        if RT::Extension::Lethe::Rows::one( 'SELECT COUNT(*) FROM Attachments WHERE Parent = ?', $row->{id} );
    return;
}

# Only addresses outside RT are anybody's words.
sub _links {
    my $inside = sub { my $row = shift; return $row->{LocalBase} && $row->{LocalTarget} ? 'a link between tickets' : undef };
    my $end = sub {
        my ( $name, $local ) = @_;
        return RT::Extension::Lethe::Column->new( $name, listed => sub { !$_[0]{$local} }, required => 1,
            closed => sub { $_[0]{$local} ? 'the address of a ticket of RT itself' : undef } );
    };
    my $ticket = 'CASE WHEN t.LocalBase <> 0 THEN t.LocalBase WHEN t.LocalTarget <> 0 THEN t.LocalTarget END';
    return RT::Extension::Lethe::Table->new(
        'Links',
        columns => [ $end->( 'Base', 'LocalBase' ), $end->( 'Target', 'LocalTarget' ) ],
        joins   => "LEFT JOIN Tickets k ON k.id = $ticket",
        issue   => $ticket,
        made    => 'Created',
        needs   => [qw(LocalBase LocalTarget)],
        whose   => { author => 't.Creator = :person' },
        links   => { ticket => $ticket, queue => 'k.Queue', author => 't.Creator' },
        facts   => { type => 'Type' },
        remove  => $inside
    );
}

package RT::Extension::Lethe::AttachmentTable;
use base 'RT::Extension::Lethe::Table';

sub remove {
    my ( $self, $row ) = @_;
    RT::Extension::Lethe::FullText::forget( $row->{id} );
    $self->SUPER::remove($row);
}

1;
