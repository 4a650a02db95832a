package RT::Extension::Lethe::Sessions;

# Sessions of browsers, in files or in the database, as RT keeps them. A session holds the account, and what was searched for in it.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Table';
use RT::Interface::Web::Session;

sub new {
    my $class = shift;
    return $class->SUPER::new( 'sessions', links => { user => 1 }, thing => sub {1}, remove => sub {undef} );
}

sub all_columns { return () }
sub first_key   { return '' }
sub is_key { my ( $self, $key ) = @_; return $key =~ /\A[0-9a-zA-Z]*\z/ }

sub rows {
    my ( $self, $search, $after, $most ) = @_;
    my @found;
    for my $id ( sort grep { $_ gt $after } @{ RT::Interface::Web::Session->Ids } ) {
        my $row = $self->find($id) or next;
        $row->{why_self} = defined $search->person && ( $row->{link_user} // 0 ) == $search->person ? 1 : 0;
        $row->{why_mention} = ( grep { $search->mentions->in($_) } @{ $row->{texts} } ) ? 1 : 0;
        push @found, $row if $row->{why_self} || $row->{why_mention};
        last if @found >= $most;
    }
    return @found;
}

sub find {
    my ( $self, $id ) = @_;
    return unless $id =~ /\A[0-9a-f]{8,64}\z/ && grep { $_ eq $id } @{ RT::Interface::Web::Session->Ids };
    my $row;
    _in( $id, sub {
        my $session = shift;
        my $user = $session->{CurrentUser};
        $row = { id => $id, link_user => ( $user && eval { $user->id } ) || undef, texts => [ _texts( $session, 0 ) ] };
    } );
    return $row;
}

sub remove {
    my ( $self, $row ) = @_;
    _in( $row->{id}, sub { tied( %{ $_[0] } )->delete } );
    RT::Interface::Web::Session->ClearOrphanLockFiles if RT::Interface::Web::Session->Attributes->{Directory};
}

# Opens a session for a moment: RT waits for it meanwhile.
sub _in {
    my ( $id, $work ) = @_;
    my %session;
    my $class = RT::Interface::Web::Session->Class;
    eval { tie %session, $class, $id, RT::Interface::Web::Session->Attributes; 1 } or return;
    $work->( \%session );
    untie %session;
}

sub _texts {
    my ( $value, $depth ) = @_;
    return () if !defined $value || $depth > 12;
    return map { _texts( $_, $depth + 1 ) } %$value if UNIVERSAL::isa( $value, 'HASH' );
    return map { _texts( $_, $depth + 1 ) } @$value if UNIVERSAL::isa( $value, 'ARRAY' );
    return ref $value ? () : RT::Extension::Lethe::Rows::text("$value");
}

1;
