package RT::Extension::Lethe::Traces;

# What one row shows of a person: a trace for each text, and one for the row where the row itself can be removed.
use strict;
use warnings;
use JSON ();
use RT::Extension::Lethe::Rows;

sub of {
    my ( $table, $row, $mentions ) = @_;
    my @whys = sort map {/\Awhy_(\w+)\z/} grep { /\Awhy_/ && $row->{$_} } keys %$row;
    my @found = grep {defined} map { _of_column( $table, $_, $row, \@whys, $mentions ) } $table->all_columns;
    unshift @found, _of_row( $table, $row, \@whys ) if $table->is_thing($row) && ( @whys || @found );
    my $common = @found ? _common( $table, $row ) : {};
    return map { { %$common, %$_ } } @found;
}

sub _of_column {
    my ( $table, $column, $row, $whys, $mentions ) = @_;
    return unless $column->is_filled($row);
    my $text = $column->read($row);
    my $is_mentioned = $mentions->in($text);
    return unless $is_mentioned || ( @$whys && $column->is_listed($row) );
    my $because = $column->closed($row);
    my @may = ( ( $because ? () : 'text' ), ( $table->is_removable && !$table->removal_refusal($row) ? 'remove' : () ) );
    return {
        column => $column->name, text => $text, why => [ @$whys, $is_mentioned ? 'mention' : () ], may => \@may,
        ( $because ? ( because => $because ) : () ), ( $column->is_hidden($row) ? ( hidden => JSON::true ) : () )
    };
}

sub _of_row {
    my ( $table, $row, $whys ) = @_;
    my $because = $table->removal_refusal($row);
    return {
        column => undef, text => undef, why => @$whys ? $whys : ['mention'], may => [ $because ? () : 'remove' ],
        ( $because ? ( because => $because ) : () ), ( $table->name =~ /\A(?:AuthTokens|sessions)\z/ ? ( hidden => JSON::true ) : () )
    };
}

sub _common {
    my ( $table, $row ) = @_;
    my %links = map { $_ => $row->{"link_$_"} } keys %{ $table->links };
    my %facts = map { $_ => _fact( $table->facts->{$_}, $row, $_ ) } grep { !/\A(?:domain|lifecycle)\z/ } keys %{ $table->facts };
    return {
        table => $table->name, id => $table->id_of($row), made => $table->made ? scalar RT::Extension::Lethe::Rows::iso( $row->{ $table->made } ) : undef,
        links => { map { $_ => "$links{$_}" } grep { $links{$_} } keys %links }, facts => { map { $_ => "$facts{$_}" } grep { defined $facts{$_} } keys %facts }
    };
}

sub _fact {
    my ( $source, $row, $name ) = @_;
    return RT::Extension::Lethe::Rows::text( ref $source ? scalar $source->($row) : $source =~ /\./ ? $row->{"fact_$name"} : $row->{$source} );
}

1;
