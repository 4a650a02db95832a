package RT::Extension::Lethe::Column::Disabled;

# Principals.Disabled of an account: 0 or 1. Nobody can lock everybody out.
use strict;
use warnings;
use base 'RT::Extension::Lethe::Column';
use RT::Extension::Lethe;
use RT::Extension::Lethe::Rows;

# The account that makes the present call; set for each.
our $CALLER;

sub mentioned { return '1 = 0' }

sub refusal {
    my ( $self, $table, $row, $text ) = @_;
    return 'Disabled takes one of: 0 1' unless ( $text // '' ) =~ /\A[01]\z/;
    return if $text eq '0';
    return 'this is the account that makes the call: use another account\'s token' if $row->{id} == ( $CALLER // 0 );
    return 'the last active SuperUser: make somebody else SuperUser first' if _is_last_administrator( $row->{id} );
    return;
}

sub write {
    my ( $self, $table, $row, $text ) = @_;
    $self->SUPER::write( $table, $row, $text );
    RT::Principal->InvalidateACLCache();
}

sub _is_last_administrator {
    my $id = shift;
    my @all = RT::Extension::Lethe::Rows::column_of( 'SELECT DISTINCT c.MemberId FROM ACL a JOIN CachedGroupMembers c ON c.GroupId = a.PrincipalId '
            . 'JOIN Principals p ON p.id = c.MemberId '
            . "WHERE a.RightName = 'SuperUser' AND a.ObjectType = 'RT::System' AND c.Disabled = 0 AND p.Disabled = 0 AND p.PrincipalType = 'User'" );
    my @people = grep { $_ != RT->SystemUser->id } @all;
    return ( grep { $_ == $id } @people ) && @people == 1;
}

1;
