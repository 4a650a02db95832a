package RT::Extension::Lethe::PlaceTables;

# Names and descriptions of places, fields and choices, and articles: nobody's, but a person may be mentioned in them.
use strict;
use warnings;
use RT::Extension::Lethe::Column;
use RT::Extension::Lethe::Column::Unique;
use RT::Extension::Lethe::Table;
use RT::Extension::Lethe::TicketTables;

sub all {
    return (
        _articles(), _groups(), RT::Extension::Lethe::Table->new( 'Queues', columns => [ _texts('Description') ], links => { queue => 't.id' } ),
        ( map { _place( $_, 'Description' ) } qw(Assets Catalogs Classes Topics) ),
        ( map { _place( $_, 'Description', 'EntryHint' ) } qw(CustomFields CustomRoles) ),
        _place( 'CustomFieldValues', 'Description', 'Category' )
    );
}

sub _texts { return RT::Extension::Lethe::TicketTables::columns(@_) }

# A table with a name that may not be blank, and more texts that may.
sub _place {
    my ( $table, @more ) = @_;
    my %links = $table eq 'CustomFieldValues' ? ( field => 't.CustomField' ) : $table eq 'CustomFields' ? ( field => 't.id' ) : ();
    return RT::Extension::Lethe::Table->new( $table, columns => [ RT::Extension::Lethe::Column->new( 'Name', required => 1 ), _texts(@more) ], links => \%links );
}

sub _articles {
    return RT::Extension::Lethe::Table->new(
        'Articles',
        columns => [ RT::Extension::Lethe::Column::Unique->new( 'Name', required => 1 ), _texts('Summary') ],
        made    => 'Created',
        whose   => { author => 't.Creator = :person' },
        links   => { article => 't.id', author => 't.Creator' }
    );
}

# Most groups are RT's own: the roles of each ticket, one for each account.
sub _groups {
    my %more = ( closed => sub { ( $_[0]{Domain} // '' ) eq 'UserDefined' ? undef : 'a group of RT itself' }, listed => sub {0} );
    return RT::Extension::Lethe::Table->new(
        'Groups',
        columns => [
            RT::Extension::Lethe::Column::Unique->new( 'Name', %more, required => 1, where => "t.Domain = 'UserDefined'" ),
            RT::Extension::Lethe::Column->new( 'Description', %more )
        ],
        made  => 'Created',
        needs => [qw(Domain)],
        links => { group => 't.id' }
    );
}

1;
