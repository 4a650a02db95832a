package RT::Extension::Lethe::Readings;

# Reads single columns again, straight from the database.
use strict;
use warnings;
use JSON ();
use RT::Extension::Lethe::Catalogue;
use RT::Extension::Lethe::OtherTexts;
use RT::Extension::Lethe::Rejected;

# rows: [{ table, id, column (nothing: only whether the row is there) }]
sub of {
    my $rows = shift;
    my %found;
    return [ map { _reading( $_, \%found ) } @$rows ];
}

sub _reading {
    my ( $wanted, $found ) = @_;
    my $table = _table( $wanted->{table} );
    my $key   = "$wanted->{table}\0$wanted->{id}";
    $found->{$key} = $table->find( $wanted->{id} ) unless exists $found->{$key};
    my $row = $found->{$key} or return { state => 'gone' };
    return { state => 'here', text => undef } unless defined $wanted->{column};
    my $column = $table->column( $wanted->{column} ) or RT::Extension::Lethe::Rejected->throw( 'not a column Lethe reads', 'rows' );
    return { state => 'here', text => undef, hidden => $column->is_filled($row) ? JSON::true : JSON::false } if $column->is_hidden($row);
    return { state => 'here', text => $column->read($row) };
}

sub _table {
    my $name = shift;
    my ($found) = grep {defined} RT::Extension::Lethe::Catalogue::find($name), grep { $_->name eq $name } RT::Extension::Lethe::OtherTexts::tables();
    return $found // RT::Extension::Lethe::Rejected->throw( 'not a table Lethe reads', 'rows' );
}

1;
