package RT::Extension::Lethe::Rejected;

# A request that is malformed: the caller's mistake. `at` names the place; neither holds anything of the request's content.
use strict;
use warnings;

sub throw {
    my ( $class, $message, $at ) = @_;
    die bless { message => $message, at => $at }, $class;
}

1;
