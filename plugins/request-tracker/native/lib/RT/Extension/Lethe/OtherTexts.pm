package RT::Extension::Lethe::OtherTexts;

# Everything the catalogue does not name: searched for mentions, never changed. Deny by default, but look everywhere.
use strict;
use warnings;
use JSON ();
use RT::Extension::Lethe::Column::ReadOnly;
use RT::Extension::Lethe::Rows;

# What RT itself brings, besides the tables of the catalogue.
my %RT = map { lc $_ => 1 } qw(ACL CachedGroupMembers Configurations ObjectClasses ObjectCustomFields ObjectCustomRoles ObjectScrips ObjectTopics ScripActions
    ScripConditions Scrips Templates AttachmentsIndex);

# Columns in which RT keeps words and numbers of its own, not what people write.
my $MACHINE = qr/\A(?:type|.*type|.*encoding|domain|instance|lifecycle|status|sla|rightname|execmodule|valuesclass|canonicalizeclass|stage|token|lookuptype
    |rendertype|maxvalues|a_session|contentindex|field|pattern|urlvalue)\z/xi;

my %WHY = (
    'queues.name'              => 'mails come in by this name: rename the queue under Admin > Queues',
    'queues.correspondaddress' => 'the address of a queue: change it under Admin > Queues',
    'queues.commentaddress'    => 'the address of a queue: change it under Admin > Queues',
    'queues.subjecttag'        => 'replies are recognized by it: change it under Admin > Queues',
    'articles.uri'             => 'the address of an article: edit the article',
    templates                  => 'RT runs what stands here: edit it under Admin > Global > Templates, or in the queue',
    scrips                     => 'RT runs what stands here: edit it under Admin > Scrips',
    scripactions               => 'RT runs what stands here: edit it under Admin > Scrips',
    scripconditions            => 'RT runs what stands here: edit it under Admin > Scrips',
    configurations             => 'a setting of RT: change it under Admin > Tools > System Configuration'
);

# The text columns of a table that are not in the catalogue.
sub of {
    my $table = shift;
    my %known = map { lc $_->name => 1 } $table->columns;
    return map { RT::Extension::Lethe::Column::ReadOnly->new( $_, _because( $table->name, $_ ) ) } grep { !$known{ lc $_ } } _names_in( $table->name );
}

# Tables that are not in the catalogue and hold text.
sub tables {
    require RT::Extension::Lethe::Table;
    return map { RT::Extension::Lethe::Table->new($_) } grep { _is_searchable($_) } grep { !_is_known($_) } RT::Extension::Lethe::Rows::tables();
}

# For the status: what other extensions brought.
sub unknown {
    my @foreign = grep { _is_foreign($_) && _names_in($_) } RT::Extension::Lethe::Rows::tables();
    return [ map { { table => $_, columns => [ _names_in($_) ], searched => _is_searchable($_) ? JSON::true : JSON::false } } @foreign ];
}

sub _is_known { my $table = lc shift; return scalar grep { lc $_->name eq $table } RT::Extension::Lethe::Catalogue::of_others(), RT::Extension::Lethe::Catalogue::of_the_person() }

sub _is_foreign { my $table = shift; return !$RT{ lc $table } && !_is_known($table) }

sub _is_searchable {
    my $table = shift;
    my $columns = RT::Extension::Lethe::Rows::columns($table);
    return $columns->{id} && !$columns->{id}{text} && _names_in($table) ? 1 : 0;
}

sub _names_in {
    my $table   = shift;
    my $columns = RT::Extension::Lethe::Rows::columns($table);
    my @names   = sort grep { $columns->{$_}{text} } keys %$columns;
    return @names if _is_foreign($table);
    return grep { $_ !~ $MACHINE } @names;
}

sub _because {
    my ( $table, $column ) = map {lc} @_;
    return $WHY{"$table.$column"} // $WHY{$table}
        // ( _is_foreign($table) ? 'belongs to another extension: empty it there' : 'Lethe does not change this: edit it in RT' );
}

1;
