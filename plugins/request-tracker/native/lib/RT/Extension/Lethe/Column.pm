package RT::Extension::Lethe::Column;

# One column of a table that may be given a new text. The kinds in Column/ differ in how they read, refuse or write.
use strict;
use warnings;
use Digest::SHA ();
use RT::Extension::Lethe::Rows;

# required: may not be blank.          closed: sub(row) that says why nobody may change it through Lethe, or nothing.
# listed: SQL, sub(row) or nothing: whether it has a trace although nothing in it mentions the person. Default: yes.
sub new {
    my ( $class, $name, %more ) = @_;
    return bless { listed => sub {1}, closed => sub {undef}, %more, name => $name }, $class;
}

sub name { return $_[0]{name} }

# The text as handed out; nothing for NULL.
sub read { my ( $self, $row ) = @_; return RT::Extension::Lethe::Rows::text( $row->{ $self->{name} } ) }

sub is_listed { my ( $self, $row ) = @_; return $self->{listed}->($row) }
sub closed    { my ( $self, $row ) = @_; return $self->{closed}->($row) }

# What is hidden is never handed out, only whether there is something.
sub is_hidden { return 0 }

sub is_filled { my ( $self, $row ) = @_; return ( $self->read($row) // '' ) ne '' ? 1 : 0 }

# SQL that is true for every row in which this column may mention somebody.
sub mentioned {
    my ( $self, $mentions ) = @_;
    return $mentions->sql( 't.' . RT::Extension::Lethe::Rows::column( $self->{name} ) );
}

# Whether the row holds this text already.
sub holds { my ( $self, $row, $text ) = @_; return ( $self->read($row) // '' ) eq ( $text // '' ) }

# Whether the row holds what the caller saw: the SHA-256 of the text handed out.
sub is_seen {
    my ( $self, $row, $was ) = @_;
    return Digest::SHA::sha256_hex( RT::Extension::Lethe::Rows::bytes( $self->read($row) // '' ) ) eq $was;
}

# Why this text cannot be written, or nothing.
sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    return "$self->{name} may not be blank: give a placeholder" if $self->{required} && ( $text // '' ) !~ /\S/;
    my $size = RT::Extension::Lethe::Rows::known_column( $table->name, $self->{name} )->{size};
    return "longer than $size: shorten it" if $size && length( $text // '' ) > $size;
    return;
}

# Writes past RT: no transaction, no mail, no LastUpdated.
sub write {
    my ( $self, $table, $row, $text ) = @_;
    my $nullable = RT::Extension::Lethe::Rows::known_column( $table->name, $self->{name} )->{nullable};
    RT::Extension::Lethe::Rows::update( $table->name, $row->{id}, { $self->{name} => $text // ( $nullable ? undef : '' ) } );
}

1;
