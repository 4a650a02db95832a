package RT::Extension::Lethe::Table;

# One table of the catalogue: what may be done in it, whose its rows are, and what else a caller wants to know of a row.
# SQL in it calls the table `t` and the person `:person`.
use strict;
use warnings;
use RT::Extension::Lethe::OtherTexts;
use RT::Extension::Lethe::Rows;

# columns: those that may be changed.     joins: SQL, for the fields below.
# whose:   { why => SQL condition }       issue: SQL for the number of the ticket a row belongs to.
# links:   { name => SQL for a number }   facts: { name => column, SQL with a point in it, or sub(row) }
# made:    the column with the time of creation.
# listed:  SQL; which rows are worth listing though nothing in them mentions.
# thing:   sub(row): whether the row itself (a role, a file) has a trace of its own, not only its texts.
# remove:  sub(row) that gives a reason against removing a row, or nothing; without it no row is removed.
sub new {
    my ( $class, $name, %more ) = @_;
    return bless { columns => [], joins => '', whose => {}, links => {}, facts => {}, thing => sub {0}, %more, name => $name }, $class;
}

sub name    { return $_[0]{name} }
sub columns { return @{ $_[0]{columns} } }
sub whose   { return $_[0]{whose} }
sub issue   { return $_[0]{issue} }
sub links   { return $_[0]{links} }
sub facts   { return $_[0]{facts} }
sub made    { return $_[0]{made} }
sub listed  { return $_[0]{listed} }

# The columns that may be changed, and every other text of the table, which may only be read.
sub all_columns {
    my $self = shift;
    return @{ $self->{all} //= [ $self->columns, RT::Extension::Lethe::OtherTexts::of($self) ] };
}

sub column {
    my ( $self, $name ) = @_;
    my ($found) = grep { $_->name eq $name } $self->all_columns;
    return $found;
}

sub is_thing { my ( $self, $row ) = @_; return $self->{thing}->($row) }

sub removal_refusal {
    my ( $self, $row ) = @_;
    return $self->{remove} ? $self->{remove}->($row) : 'rows of this table are not removed';
}

sub is_removable { return $_[0]{remove} ? 1 : 0 }

sub id_of { my ( $self, $row ) = @_; return "$row->{id}" }

# What a walk goes by: rows after this one come next.
sub first_key { return 0 }
sub is_key { my ( $self, $key ) = @_; return $key =~ /\A\d{1,18}\z/ }

# Rows that meet an SQL condition, from one row on, in order; with why, links and facts.
sub rows {
    my ( $self, $search, $after, $most ) = @_;
    my $condition = $search->condition($self) or return;
    my $wanted = join ', ', $self->_wanted( $search->whys($self) );
    my $from = RT::Extension::Lethe::Rows::table( $self->{name} ) . " t $self->{joins}";
    return RT::Extension::Lethe::Rows::all( "SELECT $wanted FROM $from WHERE t.id > ? AND ($condition) ORDER BY t.id LIMIT " . int $most, $after );
}

# One row; locked where a change is about to be made.
sub find {
    my ( $self, $id, $lock ) = @_;
    return unless $id =~ /\A\d{1,18}\z/;
    my $sql = 'SELECT ' . join( ', ', $self->_columns_wanted ) . ' FROM ' . RT::Extension::Lethe::Rows::table( $self->{name} ) . ' t WHERE t.id = ?';
    my ($row) = RT::Extension::Lethe::Rows::all( $lock ? $sql . RT::Extension::Lethe::Rows::for_update() : $sql, $id );
    return $row;
}

sub remove {
    my ( $self, $row ) = @_;
    RT::Extension::Lethe::Rows::run( 'DELETE FROM ' . RT::Extension::Lethe::Rows::table( $self->{name} ) . ' WHERE id = ?', $row->{id} );
}

sub _wanted {
    my ( $self, $whys ) = @_;
    my $as = sub { my ( $sql, $name ) = @_; return "$sql AS " . RT::Extension::Lethe::Rows::column($name) };
    my %facts = map { $_ => $self->{facts}{$_} } grep { !ref $self->{facts}{$_} && $self->{facts}{$_} =~ /\./ } keys %{ $self->{facts} };
    return (
        $self->_columns_wanted,
        ( map { $as->( "CASE WHEN $whys->{$_} THEN 1 ELSE 0 END", "why_$_" ) } sort keys %$whys ),
        ( map { $as->( $self->{links}{$_}, "link_$_" ) } sort keys %{ $self->{links} } ),
        ( map { $as->( $facts{$_},         "fact_$_" ) } sort keys %facts )
    );
}

# PostgreSQL gives names back in small letters: each column is asked for by the name RT has for it.
sub _columns_wanted {
    my $self  = shift;
    my $known = RT::Extension::Lethe::Rows::columns( $self->{name} );
    my %by    = map { lc $_->name => $_->name } $self->columns;
    my %other = map { lc $_ => $_ } qw(id ContentType ContentEncoding Content), grep { defined && !ref && !/\./ } $self->{made}, values %{ $self->{facts} },
        @{ $self->{needs} // [] };
    return map { 't.' . RT::Extension::Lethe::Rows::column($_) . ' AS ' . RT::Extension::Lethe::Rows::column( $by{ lc $_ } // $other{ lc $_ } // $_ ) } sort keys %$known;
}

1;
