package RT::REST2::Resource::Lethe;

# The calls described in README.md. Nothing of a request, of a text or of a database's error reaches the log.
use strict;
use warnings;
use Moose;
use namespace::autoclean;
extends 'RT::REST2::Resource';
use JSON ();
use Scalar::Util ();
use RT::Extension::Lethe;
use RT::Extension::Lethe::Batch;
use RT::Extension::Lethe::Body;
use RT::Extension::Lethe::Catalogue;
use RT::Extension::Lethe::OtherTexts;
use RT::Extension::Lethe::Readings;
use RT::Extension::Lethe::Rows;
use RT::Extension::Lethe::Search;
use RT::Extension::Lethe::Walk;

my %CALLS = ( status => \&_status, traces => \&_traces, change => \&_change, reread => \&_reread, may => \&_may );

sub dispatch_rules {
    return Path::Dispatcher::Rule::Regex->new(
        regex => qr{^/lethe/(status|traces|change|reread|may)/?$},
        block => sub { return { call => shift->pos(1) } }
    );
}

has call => ( is => 'ro', isa => 'Str' );

sub allowed_methods        { return [ shift->call eq 'status' ? qw(GET HEAD) : 'POST' ] }
sub content_types_provided { return [ { 'application/json' => '_answered' } ] }

sub forbidden {
    my $self = shift;
    return 0 if RT::Extension::Lethe->reason_for( $self->current_user );
    return $self->_error( 403, 'not-permitted',
        'this account is neither SuperUser nor holds the right LetheAnonymize: grant it under Admin > Global > Group Rights' );
}

sub _answered { my $self = shift; my $status = $self->_run; return $status == 1 ? $self->response->body : $status }
sub process_post { return shift->_run }

# Runs a call with the database silent: what it complains about may quote a text.
sub _run {
    my $self = shift;
    my $dbh = $RT::Handle->dbh;
    local $SIG{__DIE__} = 'DEFAULT';
    local ( $dbh->{RaiseError}, $dbh->{PrintError}, $dbh->{PrintWarn}, $dbh->{HandleError} ) = ( 1, 0, 0, undef );
    local $RT::Extension::Lethe::Column::Disabled::CALLER = $self->current_user->id;
    my ( $answer, $error ) = RT::Extension::Lethe::Rows::briefly( sub { my $made = eval { $CALLS{ $self->call }->($self) }; [ $made, $@ ] } )->@*;
    return $self->_failed($error) unless $answer;
    $self->response->content_type('application/json; charset=utf-8');
    $self->response->body( JSON->new->utf8->encode($answer) );
    return 1;
}

sub _body { return RT::Extension::Lethe::Body::parse( shift->request->content ) }

sub _status {
    my $self = shift;
    my ($version) = $RT::VERSION =~ /\A([\d.]+)/;
    return {
        lethe => $RT::Extension::Lethe::VERSION, rt => $version, account => '' . $self->current_user->id, allowed => JSON::true,
        because => RT::Extension::Lethe->reason_for( $self->current_user ), limits => \%RT::Extension::Lethe::LIMITS, unknown => RT::Extension::Lethe::OtherTexts::unknown()
    };
}

sub _traces {
    my $body = shift->_body;
    my $search = RT::Extension::Lethe::Search->new( RT::Extension::Lethe::Body::search($body) );
    my $walk   = RT::Extension::Lethe::Body::walk($body);
    return RT::Extension::Lethe::Walk->new( $search, @$walk{qw(tables limit)} )->page( $walk->{cursor} );
}

sub _change {
    my $self  = shift;
    my $batch = RT::Extension::Lethe::Batch->new( RT::Extension::Lethe::Body::changes( $self->_body ) );
    my $results = $batch->run;
    DBIx::SearchBuilder::Record::Cachable->FlushCache;
    my $written = $batch->written;
    RT->Logger->info( 'Lethe: account ' . $self->current_user->id . ' changed ' . ( join( ', ', map {"$_ $written->{$_}"} sort keys %$written ) || 'nothing' ) );
    return { results => $results };
}

sub _reread { return { readings => RT::Extension::Lethe::Readings::of( RT::Extension::Lethe::Body::rows( shift->_body ) ) } }

# Whether another account may come in from RT's menus now.
sub _may {
    my $account = RT::Extension::Lethe::Body::account( shift->_body );
    my $user    = RT::User->new( RT->SystemUser );
    $user->Load($account);
    return { account => '' . $account, may => RT::Extension::Lethe::Entry::is_agent($user) ? JSON::true : JSON::false };
}

sub _failed {
    my ( $self, $error ) = @_;
    $RT::Handle->ForceRollback if $RT::Handle->TransactionDepth;
    return $self->_error( 422, 'rejected', $error->{message}, $error->{at} ) if Scalar::Util::blessed($error) && $error->isa('RT::Extension::Lethe::Rejected');
    if ( "$error" =~ /\b(?:locked|busy|deadlock|lock wait|could not serialize)\b/i ) {
        $self->response->header( 'Retry-After' => 2 );
        return $self->_error( 503, 'locked', 'the database is busy; nothing was written: send it again' );
    }
    my ($place) = "$error" =~ m{at \S*?([\w/]+\.pm line \d+)\.?\s*\z};
    RT->Logger->error( 'Lethe: a defect in ' . $self->call . ' at ' . ( $place // 'a place unknown' ) );
    return $self->_error( 500, 'failed', "a defect of Lethe's part in Request Tracker; nothing was written. RT's log has the place" );
}

sub _error {
    my ( $self, $status, $code, $message, $at ) = @_;
    $self->response->content_type('application/json; charset=utf-8');
    $self->response->body( JSON->new->utf8->encode( { error => $code, message => $message, ( defined $at && $at ne '' ? ( at => $at ) : () ) } ) );
    return \$status;
}

__PACKAGE__->meta->make_immutable;

1;
