package RT::Extension::Lethe::Rows;

# Plain access to tables: no class of RT's, so no transaction, no scrip and no right can interfere.
# What differs between SQLite, MySQL and PostgreSQL is here and nowhere else.
use strict;
use warnings;
use Encode ();

sub dbh { return $RT::Handle->dbh }

sub _kind {
    my $name = dbh()->{Driver}{Name};
    return $name =~ /sqlite/i ? 'sqlite' : $name =~ /pg/i ? 'pg' : 'mysql';
}

sub quote { return dbh()->quote( Encode::encode( 'UTF-8', shift ) ) }

# MySQL 8 took the word Groups for itself.
sub table {
    my $name = shift;
    return _kind() eq 'mysql' ? "`$name`" : $name;
}

# A column's name for SQL: not taken apart, whatever stands in it.
sub column {
    my $name = shift;
    return _kind() eq 'pg' ? ( $name =~ /\A\w+\z/ ? $name : dbh()->quote_identifier($name) ) : dbh()->quote_identifier($name);
}

sub as_text {
    my $column = shift;
    return _kind() eq 'mysql' ? "CONVERT($column USING utf8mb4)" : $column;
}

sub beyond_ascii {
    my $column = shift;
    return {
        sqlite => "LENGTH(CAST($column AS BLOB)) <> LENGTH(CAST($column AS TEXT))",
        mysql  => "LENGTH($column) <> CHAR_LENGTH(CONVERT($column USING utf8mb4))",
        pg     => "OCTET_LENGTH($column) <> CHAR_LENGTH($column)"
    }->{ _kind() };
}

# Locks the rows a change looks at. SQLite locks the whole database when a transaction begins.
sub for_update { return _kind() eq 'sqlite' ? '' : ' FOR UPDATE' }

# Runs something that waits no longer than ten seconds for a database file somebody else has: callers give up, too.
sub briefly {
    my $work = shift;
    my $usual = _kind() eq 'sqlite' ? dbh()->sqlite_busy_timeout : undef;
    dbh()->sqlite_busy_timeout(10_000) if defined $usual;
    my @answer = ( $work->() );
    dbh()->sqlite_busy_timeout($usual) if defined $usual;
    return $answer[0];
}

# Rows of a SELECT, as hashes of plain values.
sub all {
    my ( $sql, @values ) = @_;
    my $asked = dbh()->prepare($sql);
    $asked->execute(@values);
    return _hashes($asked);
}

# RT lets names of columns come in small letters; here they come as they were asked for.
sub _hashes {
    my $asked = shift;
    my @names = @{ $asked->{NAME} };
    return map { my $values = $_; my %row; @row{@names} = @$values; \%row } @{ $asked->fetchall_arrayref };
}

# The first column of the first row.
sub one {
    my ( $sql, @values ) = @_;
    my ($value) = dbh()->selectrow_array( $sql, undef, @values );
    return $value;
}

sub column_of {
    my ( $sql, @values ) = @_;
    return @{ dbh()->selectcol_arrayref( $sql, undef, @values ) };
}

sub run {
    my ( $sql, @values ) = @_;
    return dbh()->do( $sql, undef, @values );
}

# { column => value } into the row with this number; texts go in as RT writes them, in UTF-8.
sub update {
    my ( $table, $id, $values ) = @_;
    my @names = sort keys %$values;
    my $set = join ', ', map { column($_) . ' = ?' } @names;
    return run( 'UPDATE ' . table($table) . " SET $set WHERE id = ?", ( map { bytes( $values->{$_} ) } @names ), $id );
}

sub bytes {
    my $text = shift;
    return defined $text && utf8::is_utf8($text) ? Encode::encode( 'UTF-8', $text ) : $text;
}

# A value of the database as a text.
sub text {
    my $value = shift;
    return $value if !defined $value || utf8::is_utf8($value);
    return Encode::decode( 'UTF-8', $value );
}

my %columns;

# { name => { name, text, size, nullable } } of a table, asked for once.
sub columns {
    my $table = shift;
    return $columns{$table} //= _columns($table);
}

sub _columns {
    my $table = shift;
    my %found;
    for my $row ( _hashes( dbh()->column_info( undef, undef, _kind() eq 'pg' ? lc $table : $table, '%' ) ) ) {
        my ( $name, $type ) = ( $row->{COLUMN_NAME}, lc( $row->{TYPE_NAME} // '' ) );
        $name =~ s/\A"(.*)"\z/$1/;
        $found{$name} = {
            name     => $name,
            text     => ( $type =~ /char|text|blob|clob|bytea|json|\A\z/ && $type !~ /tsvector/ ? 1 : 0 ),
            size     => ( $type =~ /char/ ? $row->{COLUMN_SIZE} : undef ),
            nullable => ( $row->{NULLABLE} // 1 ) ? 1 : 0
        };
    }
    return \%found;
}

# How a column RT calls `name` is called here: PostgreSQL knows small letters only.
sub known_column {
    my ( $table, $name ) = @_;
    my $columns = columns($table);
    return $columns->{$name} // $columns->{ lc $name };
}

# Every table of RT's database, by the names in the database.
sub tables {
    my @found = map { $_->{TABLE_NAME} } _hashes( dbh()->table_info( undef, _kind() eq 'pg' ? 'public' : undef, '%', 'TABLE' ) );
    return sort grep { !/\Asqlite_/i } @found;
}

# A time of the database in ISO 8601; nothing for none.
sub iso {
    my $value = shift;
    return if !defined $value || $value =~ /\A(?:1970-01-01 00:00:00|0000)/;
    return $value =~ /\A(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/ ? "$1T$2Z" : $value;
}

1;
