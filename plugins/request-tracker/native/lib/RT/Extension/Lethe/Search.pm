package RT::Extension::Lethe::Search;

# What a walk looks for, and the SQL for it.
use strict;
use warnings;
use RT::Extension::Lethe::Mentions;
use RT::Extension::Lethe::Rows;

# wanted: person (a number or nothing), issues (numbers), whole_issues, terms, phones.
sub new {
    my ( $class, $wanted ) = @_;
    my $self = bless { person => $wanted->{person}, mentions => RT::Extension::Lethe::Mentions->new( @$wanted{qw(terms phones)} ) }, $class;
    my @issues = ( @{ $wanted->{issues} }, $wanted->{whole_issues} ? $self->_issues_of_person : () );
    $self->{issues} = [ _with_merged(@issues) ];
    return $self;
}

sub person   { return $_[0]{person} }
sub mentions { return $_[0]{mentions} }

# SQL that is true for each row worth reading, or nothing where there can be none.
sub condition {
    my ( $self, $table ) = @_;
    my $listed = $table->listed;
    my @parts = map { $listed ? "($_ AND $listed)" : $_ } values %{ $self->whys($table) };
    push @parts, map { $_->mentioned( $self->{mentions} ) } $table->all_columns if $self->{mentions}->any;
    return @parts ? join( ' OR ', @parts ) : undef;
}

# { why => SQL }: why a row is listed although nothing in it mentions the person.
sub whys {
    my ( $self, $table ) = @_;
    my %found = defined $self->{person} ? map { $_ => $self->_filled( $table->whose->{$_} ) } keys %{ $table->whose } : ();
    $found{issue} = '(' . $table->issue . ') IN (' . join( ',', @{ $self->{issues} } ) . ')' if $table->issue && @{ $self->{issues} };
    return \%found;
}

# The tickets a person has to do with.
sub _issues_of_person {
    my $self   = shift;
    my $groups = RT::Extension::Lethe::Rows::table('Groups');
    return RT::Extension::Lethe::Rows::column_of( $self->_filled(
        'SELECT id FROM Tickets WHERE Creator = :person OR Owner = :person '
            . "UNION SELECT g.Instance FROM $groups g JOIN GroupMembers m ON m.GroupId = g.id WHERE g.Domain = 'RT::Ticket-Role' AND m.MemberId = :person "
            . "UNION SELECT ObjectId FROM Transactions WHERE ObjectType = 'RT::Ticket' AND Creator = :person" ) );
}

# A ticket that was merged into another keeps its number and its texts.
sub _with_merged {
    my %issues = map { $_ => 1 } @_;
    return () unless %issues;
    my $list = join ',', sort { $a <=> $b } keys %issues;
    my @merged = RT::Extension::Lethe::Rows::column_of("SELECT id FROM Tickets WHERE EffectiveId IN ($list)");
    return sort { $a <=> $b } keys %{ { %issues, map { $_ => 1 } @merged } };
}

# The person's number goes into the SQL as it is: Body lets nothing but digits through.
sub _filled {
    my ( $self, $sql ) = @_;
    my $person = int $self->{person};
    $sql =~ s/:person\b/$person/g;
    return $sql;
}

1;
