package RT::Extension::Lethe::Column::Unique;

# A text no two rows of the table may share, whatever the case.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';
use RT::Extension::Lethe::Rows;

# where: SQL, among which rows it has to be unique.
sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    my $refusal = $self->SUPER::refusal( $table, $row, $text );
    return $refusal if $refusal || ( $text // '' ) eq '';
    return 'a number is not a name in RT: add a letter' if $self->{required} && $text =~ /\A\d+\z/;
    my $sql = 'SELECT COUNT(*) FROM ' . RT::Extension::Lethe::Rows::table( $table->name ) . " t WHERE LOWER(t.$self->{name}) = LOWER(?) AND t.id <> ?";
    $sql .= " AND $self->{where}" if $self->{where};
    return 'taken by another row: choose another' if RT::Extension::Lethe::Rows::one( $sql, RT::Extension::Lethe::Rows::bytes($text), $row->{id} );
    return;
}

1;
