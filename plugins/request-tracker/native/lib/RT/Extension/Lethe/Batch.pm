package RT::Extension::Lethe::Batch;

# Applies changes in one transaction and says of each how it went.
use strict;
use warnings;
use RT::Extension::Lethe::Catalogue;

sub new { my ( $class, $changes ) = @_; return bless { changes => $changes, written => {} }, $class }

# How many rows of which table were written, for the log.
sub written { return $_[0]{written} }

sub run {
    my $self = shift;
    $RT::Handle->BeginTransaction;
    my @results = map { $self->_apply($_) } @{ $self->{changes} };
    $RT::Handle->Commit or die "not committed\n";
    return \@results;
}

sub _apply {
    my ( $self, $change ) = @_;
    my $table = RT::Extension::Lethe::Catalogue::find( $change->{table} ) or return _refused('not a table Lethe changes');
    my $row = $table->find( $change->{id}, 1 );
    return $change->{remove} ? $self->_remove( $table, $row ) : $self->_write( $table, $row, $change );
}

sub _remove {
    my ( $self, $table, $row ) = @_;
    return { result => 'done' } if !$row && $table->is_removable;
    my $because = $row ? $table->removal_refusal($row) : 'rows of this table are not removed';
    return _refused($because) if $because;
    $table->remove($row);
    return $self->_count($table);
}

sub _write {
    my ( $self, $table, $row, $change ) = @_;
    my $column = $table->column( $change->{column} ) or return _refused('not a column Lethe changes');
    return { result => 'gone' } unless $row;
    my $text = $change->{text};
    my $because = $column->closed($row) // $column->refusal( $table, $row, $text );
    return _refused($because) if $because;
    return { result => 'done' }  if $column->holds( $row, $text );
    return { result => 'stale' } if defined $change->{was} && !$column->is_seen( $row, $change->{was} );
    $column->write( $table, $row, $text );
    return $self->_count($table);
}

sub _count {
    my ( $self, $table ) = @_;
    $self->{written}{ $table->name }++;
    return { result => 'done' };
}

sub _refused { my $because = shift; return { result => 'refused', because => $because } }

1;
