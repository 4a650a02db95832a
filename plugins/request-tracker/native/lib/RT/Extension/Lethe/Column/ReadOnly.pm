package RT::Extension::Lethe::Column::ReadOnly;

# A text Lethe searches and never changes.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';

sub new {
    my ( $class, $name, $because ) = @_;
    return $class->SUPER::new( $name, listed => sub {0}, closed => sub {$because} );
}

1;
