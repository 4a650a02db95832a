# Plays the scenes no REST call can: articles, groups, preferences, saved searches, addresses not to write to, links, tokens, a template.
# Reads {"cast", "numbers", "tickets", "words"} from stdin.
use strict;
use warnings;
use JSON;
use RT -init;
require RT::AuthToken;

my $input = JSON->new->utf8->decode( join '', <STDIN> );
my ( $card, $words, $tickets ) = ( $input->{cast}{target}, @$input{qw(words tickets)} );
my ( $name, $last_first, $plain ) = @{ $card->{spellings} };
my ( $her, $agent ) = map { user( $input->{numbers}{$_} ) } qw(target agent);
my $system = RT->SystemUser;

sub user { my $user = RT::User->new( RT->SystemUser ); $user->Load(shift); return $user }
sub must { my ( $ok, $message ) = @_; die "world-inside.pl: $message\n" unless $ok; return $ok }
sub as_agent { return RT::CurrentUser->new($agent) }

sub articles {
    my $class = RT::Class->new($system);
    must( $class->Create( Name => 'Guides', Description => "Kept by $name" ) );
    my $article = RT::Article->new($system);
    must( $article->Create( Class => $class->id, Name => "How $card->{lastName} likes it", Summary => "Told by $plain. $words->{article}" ) );
}

sub groups {
    my $group = RT::Group->new($system);
    must( $group->CreateUserDefinedGroup( Name => 'Customers of the north', Description => "Founded by $name. $words->{group}" ) );
    must( $group->AddMember($_) ) for map { user( $input->{numbers}{$_} )->PrincipalId } qw(target colleague);
}

sub places {
    my $queue = RT::Queue->new($system);
    $queue->Load('Internal');
    must( $queue->SetDescription("Ask $last_first about it. $words->{queue}") );
    my $field = RT::CustomField->new($system);
    must( $field->Create( Name => 'Region', Type => 'Select', MaxValues => 1, LookupType => 'RT::Queue-RT::Ticket', Description => "Wanted by $name" ) );
    must( $field->AddValue( Name => 'North', Description => "Where $plain lives. $words->{region}" ) );
    my $catalog = RT::Catalog->new($system);
    $catalog->Load('General assets');
    my $asset = RT::Asset->new($system);
    must( $asset->Create( Catalog => $catalog->id, Name => "Laptop of $card->{lastName}", Description => "Bought for $name. $words->{asset}", HeldBy => [ $card->{address} ] ) );
}

sub account {
    must( $her->SetPreferences( 'SearchDisplay', { Format => "__id__ $words->{preference}" } ) );
    must( RT::AuthToken->new( RT::CurrentUser->new( RT->SystemUser->id ) )->Create( Owner => $her->id, Description => "phone of $plain" ) );
    $her->GenerateAuthToken;
    # What was renamed once stays in the history of the account.
    must( $her->SetFreeformContactInfo("Moved. $words->{moved}") );
    must( $her->SetRealName("$card->{firstName} $card->{lastName}-$words->{married}") );
    must( $her->SetRealName($name) );
}

sub preferences {
    must( $agent->AddAttribute( Name => 'SavedSearch', Description => "All of $card->{lastName}",
        Content => { SearchType => 'Ticket', Query => "Requestor.EmailAddress = '$card->{address}'", Format => "'__id__' $words->{search}" } ) );
    my $ticket = RT::Ticket->new($system);
    $ticket->Load( $tickets->{unrelated} );
    must( $ticket->SquelchMailTo( $card->{address} ) );
    my $mine = RT::Ticket->new( as_agent() );
    $mine->Load( $tickets->{mentions} );
    must( $mine->AddLink( Type => 'RefersTo', Target => "https://crm.test/people/$card->{login}" ) );
    must( $mine->SetSubject("About $last_first and two invoices") );
}

sub texts {
    my $colleague = user( $input->{numbers}{colleague} );
    must( $colleague->SetComments("Sits beside $name. $words->{beside}") );
    my $template = RT::Template->new($system);
    must( $template->Create( Queue => 0, Name => 'Footer', Type => 'Simple', Content => "\n\nQuestions? Ask the desk. $words->{template}\n" ) );
    must( RT->System->AddAttribute( Name => 'SavedSearch', Description => "Everybody's",
        Content => { SearchType => 'Ticket', Query => "Subject LIKE '$card->{lastName}'", Format => "'__id__'" } ) );
}

articles();
groups();
places();
account();
preferences();
texts();
print JSON->new->utf8->encode( { done => JSON::true } ), "\n";
