package RT::Extension::Lethe::Column::Secret;

# A password or a token: can be emptied, never set, never handed out.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';
use RT::Extension::Lethe::Rows;

# empty: what RT writes where there is none.
sub is_hidden { return 1 }
sub read      { return }

sub is_filled {
    my ( $self, $row ) = @_;
    my $value = $row->{ $self->{name} } // '';
    return $value ne '' && $value ne ( $self->{empty} // '' ) ? 1 : 0;
}

sub mentioned { return '1 = 0' }
sub holds     { my ( $self, $row, $text ) = @_; return ( $text // '' ) eq '' && !$self->is_filled($row) }

# It was never shown, so there is nothing to compare.
sub is_seen { return 1 }

sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    return ( $text // '' ) eq '' ? undef : "$self->{name} can only be emptied";
}

sub write {
    my ( $self, $table, $row ) = @_;
    RT::Extension::Lethe::Rows::update( $table->name, $row->{id}, { $self->{name} => $self->{empty} } );
}

1;
