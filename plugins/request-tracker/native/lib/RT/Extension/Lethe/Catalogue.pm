package RT::Extension::Lethe::Catalogue;

# Every table Lethe knows, in the order traces are listed: a person's own rows last. What stands in none of these files is
# never changed; its texts are searched for mentions all the same (see OtherTexts).
use strict;
use warnings;
use RT::Extension::Lethe::PersonTables;
use RT::Extension::Lethe::PlaceTables;
use RT::Extension::Lethe::TicketTables;

my ( @others, @own );

sub of_others     { return @others ? @others : ( @others = ( RT::Extension::Lethe::TicketTables::all(), RT::Extension::Lethe::PlaceTables::all() ) ) }
sub of_the_person { return @own    ? @own    : ( @own    = RT::Extension::Lethe::PersonTables::all() ) }

sub find {
    my $name = shift;
    my ($found) = grep { $_->name eq $name } of_others(), of_the_person();
    return $found;
}

1;
