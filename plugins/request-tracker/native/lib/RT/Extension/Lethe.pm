package RT::Extension::Lethe;

# Lethe's part inside Request Tracker: finds where a person is, and changes what it is told to, from a fixed list.
use strict;
use warnings;

require RT::System;

our $VERSION = '1.0.0';

# What one call may carry. README.md and the status state the same numbers.
our %LIMITS = ( changes => 200, rows => 500, page => 1000, terms => 200 );

# Granted to nobody until an administrator grants it.
our $RIGHT = 'LetheAnonymize';
RT::System->AddRight( Admin => $RIGHT => 'Anonymize people with Lethe' );

# 'administrator', 'group', or nothing for somebody who may not.
sub reason_for {
    my ( $class, $user ) = @_;
    return unless $user && $user->id && !$user->UserObj->Disabled;
    return 'administrator' if $user->HasRight( Right => 'SuperUser', Object => RT->System );
    return 'group'         if $user->HasRight( Right => $RIGHT,      Object => RT->System );
    return;
}

# The user a page of RT is about, if whoever looks at it may anonymize them: for the entries in the menus.
sub person_for {
    my ( $class, $viewer, $id ) = @_;
    return unless defined $id && !ref $id && $id =~ /\A\d{1,18}\z/ && $class->reason_for($viewer);
    my $user = RT::User->new( RT->SystemUser );
    $user->Load($id);
    return if !$user->id || $class->is_of_rt( $user->id );
    return $user;
}

# RT_System, Nobody and root belong to RT itself.
sub is_of_rt {
    my ( $class, $id ) = @_;
    my $root = RT::User->new( RT->SystemUser );
    $root->Load('root');
    return scalar grep { defined && $_ == $id } RT->SystemUser->id, RT->Nobody->id, $root->id;
}

1;
