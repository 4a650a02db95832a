package RT::Extension::Lethe;

# Lethe's part inside Request Tracker: finds where a person is, and changes what it is told to, from a fixed list.
use strict;
use warnings;

require RT::System;
require RT::Extension::Lethe::Entry;
require RT::Extension::Lethe::Words;

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

# The user a page of RT is about, if whoever looks at it may come in from the menus for them.
sub person_for {
    my ( $class, $viewer, $id ) = @_;
    return unless defined $id && !ref $id && $id =~ /\A\d{1,18}\z/ && $class->is_agent($viewer);
    my $user = RT::User->new( RT->SystemUser );
    $user->Load($id);
    return if !$user->id || $class->is_of_rt( $user->id );
    return $user;
}

# Whether somebody who is signed in sees the entries in the menus.
sub is_agent {
    my ( $class, $viewer ) = @_;
    return 0 unless $viewer && $viewer->id;
    return RT::Extension::Lethe::Entry::is_agent( $viewer->UserObj );
}

# RT_System, Nobody and root belong to RT itself.
sub is_of_rt {
    my ( $class, $id ) = @_;
    my $root = RT::User->new( RT->SystemUser );
    $root->Load('root');
    return scalar grep { defined && $_ == $id } RT->SystemUser->id, RT->Nobody->id, $root->id;
}

1;
