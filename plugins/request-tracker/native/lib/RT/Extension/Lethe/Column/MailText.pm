package RT::Extension::Lethe::Column::MailText;

# A subject or a file's name, which RT keeps as it stood in the mail. A new one is kept as it is: RT encodes it when it sends it.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';
use RT::Extension::Lethe::MailWords;

sub read { my ( $self, $row ) = @_; return RT::Extension::Lethe::MailWords::decoded( $self->SUPER::read($row) ) }

1;
