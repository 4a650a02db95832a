package RT::Extension::Lethe::Column::Headers;

# Attachments.Headers: RT takes them apart again when it shows or forwards a mail, so they must stay headers.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column::MailText';

sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    my %was = map { $_ => 1 } split /\r?\n/, $self->read($row) // '';
    my @bad = grep { length && !/\A[!-9;-~]+:/ && !/\A[ \t]/ && !$was{$_} } split /\r?\n/, $text // '';
    return 'headers must keep their shape: a name, a colon and a value in each line' if @bad || ( $text // '' ) =~ /\A[ \t]/;
    return;
}

1;
