package RT::Extension::Lethe::Body;

# Reads the body of a request and refuses what is malformed, without ever quoting it.
use strict;
use warnings;
use B ();
use JSON ();
use RT::Extension::Lethe;
use RT::Extension::Lethe::Folding;
use RT::Extension::Lethe::Mentions;
use RT::Extension::Lethe::Rejected;

my @SEARCH = qw(person issues whole_issues terms phones tables cursor limit);
my @CHANGE = qw(table id column was text remove);
my @ROW    = qw(table id column);

# Longer than any batch needs to be.
my $MOST_BYTES = 64_000_000;

sub reject { RT::Extension::Lethe::Rejected->throw(@_) }

sub parse {
    my $raw = shift // '';
    reject('the body is too large: send fewer changes at a time') if length $raw > $MOST_BYTES;
    my $body = eval { JSON->new->utf8->decode($raw) };
    reject('the body must be a JSON object') unless ref $body eq 'HASH';
    return $body;
}

sub search {
    my $body = shift;
    _only( $body, \@SEARCH, '' );
    my $whole  = $body->{whole_issues};
    my %wanted = (
        person => defined $body->{person} ? _number( $body->{person}, 'person' ) : undef,
        issues => [ map { _number( $_, 'issues' ) } _list( $body, 'issues', 1000 ) ],
        terms  => [ map { _term($_) } _list( $body, 'terms' ) ],
        phones => [ map { _phone($_) } _list( $body, 'phones' ) ]
    );
    reject( 'give at least one of person, issues, terms, phones', undef )
        unless defined $wanted{person} || grep { @{ $wanted{$_} } } qw(issues terms phones);
    $wanted{whole_issues} = JSON::is_bool($whole) && $whole ? 1 : 0;
    reject( 'whole_issues needs a person', 'whole_issues' ) if $wanted{whole_issues} && !defined $wanted{person};
    return \%wanted;
}

sub walk {
    my $body = shift;
    my $most = $RT::Extension::Lethe::LIMITS{page};
    my $limit = $body->{limit} // $most;
    reject( "limit goes from 1 to $most", 'limit' ) unless !ref $limit && !_is_string($limit) && $limit =~ /\A\d{1,4}\z/ && $limit >= 1 && $limit <= $most;
    my $cursor = $body->{cursor};
    reject( 'cursor is what the page before gave as next', 'cursor' ) if defined $cursor && !_is_string($cursor);
    return { tables => defined $body->{tables} ? [ _list( $body, 'tables' ) ] : undef, cursor => $cursor, limit => $limit };
}

# The number of the account somebody asks about.
sub account {
    my $body = shift;
    _only( $body, ['account'], '' );
    return _number( $body->{account}, 'account' );
}

sub changes {
    my $body = shift;
    _only( $body, ['changes'], '' );
    my $changes = _entries( $body, 'changes', $RT::Extension::Lethe::LIMITS{changes}, \@CHANGE );
    _well_formed( $changes->[$_], "changes[$_]" ) for 0 .. $#$changes;
    return $changes;
}

sub rows {
    my $body = shift;
    _only( $body, ['rows'], '' );
    my $rows = _entries( $body, 'rows', $RT::Extension::Lethe::LIMITS{rows}, \@ROW );
    for my $index ( 0 .. $#$rows ) {
        my $column = $rows->[$index]{column};
        reject( 'column is a string, or null for the row', "rows[$index].column" ) if defined $column && !_is_string($column);
    }
    return $rows;
}

sub _well_formed {
    my ( $change, $at ) = @_;
    my $remove = $change->{remove};
    return if JSON::is_bool($remove) && $remove && !grep { !/\A(?:table|id|remove)\z/ } keys %$change;
    reject( 'give column and text, or "remove": true alone', $at )
        if exists $change->{remove} || !_is_string( $change->{column} ) || !exists $change->{text};
    my ( $text, $was ) = @$change{qw(text was)};
    reject( 'text is a string without NUL, or null', "$at.text" ) if defined $text && ( !_is_string($text) || $text =~ /\0/ );
    reject( 'was is a SHA-256 in lower-case hex', "$at.was" ) if defined $was && ( ref $was || $was !~ /\A[0-9a-f]{64}\z/ );
}

sub _entries {
    my ( $body, $name, $most, $keys ) = @_;
    my $found = $body->{$name};
    reject( "$name is a list of 1 to $most objects", $name )
        unless ref $found eq 'ARRAY' && @$found >= 1 && @$found <= $most && !grep { ref ne 'HASH' } @$found;
    for my $index ( 0 .. $#$found ) {
        my $entry = $found->[$index];
        _only( $entry, $keys, "$name\[$index]." );
        reject( 'table and id are strings', "$name\[$index]" ) unless _is_string( $entry->{table} ) && _is_string( $entry->{id} );
    }
    return $found;
}

sub _only {
    my ( $object, $keys, $at ) = @_;
    my %known = map { $_ => 1 } @$keys;
    reject( "unknown key; known are: @$keys", "$at*" ) if grep { !$known{$_} } keys %$object;
}

sub _list {
    my ( $body, $name, $most ) = @_;
    $most //= $RT::Extension::Lethe::LIMITS{terms};
    my $found = exists $body->{$name} ? $body->{$name} : [];
    reject( "$name is a list of at most $most strings", $name )
        unless ref $found eq 'ARRAY' && @$found <= $most && !grep { !_is_string($_) } @$found;
    return @$found;
}

sub _number {
    my ( $id, $at ) = @_;
    return $id + 0 if _is_string($id) && $id =~ /\A[0-9]{1,9}\z/;
    reject( 'a number as a string', $at );
}

sub _term {
    my $term = shift;
    my $letters = RT::Extension::Lethe::Folding::fold($term);
    $letters =~ s/$RT::Extension::Lethe::Mentions::SEPARATORS//g;
    return $term if length $letters >= 3 && length $term <= 200;
    reject( 'a term has 3 to 200 characters', 'terms' );
}

sub _phone {
    my $phone = shift;
    return $phone if $phone =~ /\A[0-9]{6,20}\z/;
    reject( 'a phone is 6 to 20 digits and nothing else', 'phones' );
}

# JSON tells 1 from "1"; Perl has to be asked.
sub _is_string {
    my $value = shift;
    return defined $value && !ref $value && ( B::svref_2object( \$value )->FLAGS & B::SVf_POK ) ? 1 : 0;
}

1;
