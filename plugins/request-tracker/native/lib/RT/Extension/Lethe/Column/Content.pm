package RT::Extension::Lethe::Column::Content;

# Attachments.Content and LargeContent of a field's value: a text or a file, encoded as the row's ContentEncoding says.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';
use Encode ();
use MIME::Base64 ();
use MIME::QuotedPrint ();
use RT::Extension::Lethe::FullText;
use RT::Extension::Lethe::Rows;

my $OUTSIDE = 'it lies in external storage, out of the database: delete the file there by hand';

sub closed {
    my ( $self, $row ) = @_;
    return ( $row->{ContentEncoding} // '' ) eq 'external' ? $OUTSIDE : undef;
}

# The content as it was before RT encoded it: bytes.
sub decoded {
    my ( $self, $row ) = @_;
    my ( $value, $encoding ) = ( RT::Extension::Lethe::Rows::bytes( $row->{ $self->{name} } ), lc( $row->{ContentEncoding} // 'none' ) );
    return $value if !defined $value || $encoding eq 'external';
    return MIME::Base64::decode_base64($value)    if $encoding eq 'base64';
    return MIME::QuotedPrint::decode_qp($value)   if $encoding eq 'quoted-printable';
    return $value;
}

# What is valid UTF-8 is a text, whatever its type; what RT calls a text is one, whatever its bytes.
sub read {
    my ( $self, $row ) = @_;
    return $row->{"lethe_$self->{name}"} if exists $row->{"lethe_$self->{name}"};
    return $row->{"lethe_$self->{name}"} = $self->_text($row);
}

sub _text {
    my ( $self, $row ) = @_;
    my $bytes = $self->decoded($row);
    return if !defined $bytes || ( $row->{ContentEncoding} // '' ) eq 'external';
    my $text = $bytes =~ /\0/ ? undef : eval { Encode::decode( 'UTF-8', $bytes, Encode::FB_CROAK | Encode::LEAVE_SRC ) };
    return $text if defined $text;
    return ( $row->{ContentType} // '' ) =~ m{\Atext/}i && $bytes !~ /\0/ ? Encode::decode( 'cp1252', $bytes ) : undef;
}

sub is_hidden { my ( $self, $row ) = @_; return $self->is_filled($row) && !defined $self->read($row) ? 1 : 0 }
sub is_filled { my ( $self, $row ) = @_; return length( $row->{ $self->{name} } // '' ) ? 1 : 0 }

# What is encoded cannot be compared by SQL.
sub mentioned {
    my ( $self, $mentions ) = @_;
    return "(COALESCE(t.ContentEncoding, 'none') NOT IN ('none', '') OR " . $self->SUPER::mentioned($mentions) . ')';
}

sub holds {
    my ( $self, $row, $text ) = @_;
    return $self->is_hidden($row) ? 0 : ( $self->read($row) // '' ) eq ( $text // '' );
}

sub is_seen { my ( $self, $row, $was ) = @_; return $self->is_hidden($row) || $self->SUPER::is_seen( $row, $was ) }

sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    return "$self->{name} is no text here: it can only be emptied" if $self->is_hidden($row) && ( $text // '' ) ne '';
    my $most = RT->Config->Get('MaxAttachmentSize');
    return 'longer than RT allows an attachment to be: shorten it' if $most && length( RT::Extension::Lethe::Rows::bytes( $text // '' ) ) > $most;
    return;
}

# RT itself knows how its database wants a text to be encoded.
sub write {
    my ( $self, $table, $row, $text ) = @_;
    my ( $encoding, $body ) = ( 'none', $text );
    ( $encoding, $body ) = RT::Attachment->new( RT->SystemUser )->_EncodeLOB( Encode::encode( 'UTF-8', $text ), $row->{ContentType} ) if defined $text;
    RT::Extension::Lethe::Rows::update( $table->name, $row->{id}, { $self->{name} => $body, ContentEncoding => $encoding } );
    RT::Extension::Lethe::FullText::forget( $row->{id} ) if $table->name eq 'Attachments';
}

1;
