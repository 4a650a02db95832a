package RT::Extension::Lethe::Column::Packed;

# Attributes.Content: a plain text, or a structure RT packs (Storable), which is handed out and taken as JSON of the same shape.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';
use JSON ();
use MIME::Base64 ();
use Scalar::Util ();
use Storable ();
use RT::Extension::Lethe::Rows;

sub closed {
    my ( $self, $row ) = @_;
    my $because = $self->SUPER::closed($row);
    return $because if $because || !_is_packed($row);
    return defined $self->_structure($row) ? undef : 'Lethe cannot read how this is packed: remove the row, or edit it in RT';
}

sub read {
    my ( $self, $row ) = @_;
    return $self->SUPER::read($row) unless _is_packed($row);
    my $structure = $self->_structure($row);
    return if !defined $structure || _is_empty($structure);
    return JSON->new->canonical->allow_nonref->encode($structure);
}

# What cannot be read is hidden; the row can still be removed.
sub is_hidden { my ( $self, $row ) = @_; return _is_packed($row) && length( $row->{Content} // '' ) && !defined $self->_structure($row) ? 1 : 0 }
sub is_filled { my ( $self, $row ) = @_; return $self->is_hidden($row) || $self->SUPER::is_filled($row) }

# What is packed cannot be compared by SQL.
sub mentioned {
    my ( $self, $mentions ) = @_;
    return "(t.ContentType = 'storable' OR " . $self->SUPER::mentioned($mentions) . ')';
}

sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    return $self->SUPER::refusal( $table, $row, $text ) if !_is_packed($row) || ( $text // '' ) eq '';
    my $wanted = _parsed($text);
    return 'must be JSON of texts, lists and maps, as it was handed out' unless defined $wanted;
    return _same_shape( $self->_structure($row), $wanted ) ? undef : 'must keep the shape it was handed out in';
}

sub write {
    my ( $self, $table, $row, $text ) = @_;
    return $self->SUPER::write( $table, $row, $text ) unless _is_packed($row);
    my $kind  = ref $self->_structure($row);
    my $empty = $kind eq 'HASH' ? {} : $kind eq 'ARRAY' ? [] : '';
    my $new   = ( $text // '' ) eq '' ? $empty : _parsed($text);
    local $Storable::canonical = 1;
    my $packed = MIME::Base64::encode_base64( Storable::nfreeze( ref $new ? $new : \$new ) );
    RT::Extension::Lethe::Rows::update( $table->name, $row->{id}, { Content => $packed } );
}

sub _parsed { my $text = shift; return eval { _plain( JSON->new->allow_nonref->decode($text) ) } }

sub _is_packed { my $row = shift; return ( $row->{ContentType} // '' ) eq 'storable' }

sub _is_empty {
    my $structure = shift;
    return ref $structure eq 'HASH' ? !%$structure : ref $structure eq 'ARRAY' ? !@$structure : $structure eq '';
}

# The structure with every value as a text; nothing where it is not one of plain lists and maps.
sub _structure {
    my ( $self, $row ) = @_;
    return $row->{lethe_structure} if exists $row->{lethe_structure};
    my $packed = $row->{Content} // '';
    my $thawed = $packed eq '' ? {} : eval { Storable::thaw( MIME::Base64::decode_base64($packed) ) };
    $thawed = $$thawed if ref $thawed eq 'SCALAR';
    return $row->{lethe_structure} = eval { _plain($thawed) };
}

sub _plain {
    my $value = shift;
    die "packed\n" if Scalar::Util::blessed($value);
    return [ map { _plain($_) } @$value ] if ref $value eq 'ARRAY';
    return { map { ( RT::Extension::Lethe::Rows::text($_) => _plain( $value->{$_} ) ) } keys %$value } if ref $value eq 'HASH';
    die "packed\n" if ref $value;
    return defined $value ? RT::Extension::Lethe::Rows::text("$value") : undef;
}

# The same kinds in the same places; names of places may change, because an address may be one.
sub _same_shape {
    my ( $old, $new ) = @_;
    return 0 unless ref $old eq ref $new;
    return 1 unless ref $old eq 'HASH';
    return !grep { exists $old->{$_} && defined $old->{$_} && defined $new->{$_} && !_same_shape( $old->{$_}, $new->{$_} ) } keys %$new;
}

1;
