# Plays the scenes no REST call can: forums, documents, comments on news, secondary addresses, saved queries, keys, imports,
# a repository, a renamed wiki page. Reads {"cast", "numbers", "words", "support"} from stdin.
require 'json'

# Mails about a new address would be made in a second thread, which locks SQLite out of the first.
ActiveJob::Base.queue_adapter = :inline

INPUT = JSON.parse(STDIN.read)
HER = User.find(INPUT['numbers']['target'])
AGENT = User.find(INPUT['numbers']['agent'])
PROJECT = Project.find(INPUT['support'])
CARD = INPUT['cast']['target']
NAME, LAST_FIRST, PLAIN, = CARD['spellings']
WORDS = INPUT['words']

def as(user)
  User.current = user
  yield
ensure
  User.current = nil
end

def forums
  board = Board.create!(:project => PROJECT, :name => 'Questions', :description => "Ask #{NAME} here")
  topic = Message.create!(:board => board, :author => AGENT, :subject => "Who knows #{CARD['lastName']}?", :content => "#{LAST_FIRST} called. #{WORDS['topic']}")
  Message.create!(:board => board, :author => HER, :parent => topic, :subject => "RE: Who knows #{CARD['lastName']}?", :content => "That is me. #{WORDS['forum']}")
  Message.create!(:board => board, :author => AGENT, :subject => 'Opening hours', :content => "Nine to five. #{WORDS['hours']}")
end

def documents
  document = Document.create!(:project => PROJECT, :category => DocumentCategory.first, :title => "Contract #{NAME}", :description => "Signed by #{PLAIN}")
  upload = Attachment.new(:author => AGENT, :filename => "#{CARD['login']} contract.txt", :description => NAME)
  upload.file = "Contract with #{NAME}\n"
  document.attachments << upload
end

def news_comments
  news = News.where(:project_id => PROJECT.id).order(:id).first
  Comment.create!(:commented => news, :author => HER, :content => "Thank you all! #{WORDS['comment']}")
  Comment.create!(:commented => news, :author => AGENT, :content => "Well done, #{NAME}. #{WORDS['congratulation']}")
end

def account
  [CARD['secondAddress'], CARD['thirdAddress']].each { |address| EmailAddress.create!(:user => HER, :address => address, :is_default => false) }
  HER.pref.update!(:time_zone => 'Prague', :others => HER.pref.others.merge(:comments_sorting => 'desc'))
  HER.update_columns(:last_login_on => Time.utc(2026, 3, 2), :twofa_totp_key => 'JBSWY3DPEHPK3PXP')
  %w[feeds recovery].each { |action| Token.create!(:user => HER, :action => action) }
  HER.api_key
end

def queries
  filters = { 'subject' => { :operator => '~', :values => [CARD['lastName']] }, 'author_id' => { :operator => '=', :values => [HER.id.to_s] } }
  IssueQuery.create!(:user => HER, :name => "Mine #{WORDS['query']}", :visibility => 0, :project => PROJECT, :filters => filters)
  IssueQuery.create!(:user => AGENT, :name => "All of #{CARD['lastName']}", :visibility => 2, :project => PROJECT, :filters => filters)
end

def imports
  import = IssueImport.new(:user => HER)
  import.settings = { 'separator' => ',', 'wrapper' => '"', 'encoding' => 'UTF-8', 'mapping' => { 'subject' => '0' } }
  import.filename = 'a' * 32
  import.save!
  FileUtils.mkdir_p(File.dirname(import.filepath))
  File.write(import.filepath, "subject\n#{NAME} #{WORDS['import']}\n")
  ImportItem.create!(:import_id => import.id, :position => 1, :message => "Subject #{NAME} is too long", :unique_id => CARD['address'])
end

def commits
  repository = Repository::Filesystem.new(:project => PROJECT, :url => '/nowhere', :identifier => 'code')
  repository.save!(:validate => false)
  Changeset.create!(:repository => repository, :revision => '1', :committed_on => Time.utc(2026, 3, 1), :committer => "#{PLAIN} <#{CARD['address']}>",
                    :comments => "Fixes what #{NAME} reported. #{WORDS['commit']}")
end

def rename_page
  page = PROJECT.wiki.pages.find_by!(:title => Wiki.titleize("Visit of #{NAME}"))
  page.redirect_existing_links = '1'
  page.title = "Visit of #{CARD['lastName']}"
  page.save!
end

def welcome
  Setting.welcome_text = "Welcome. Questions? Ask #{NAME}, #{CARD['phoneSpellings'].first}. #{WORDS['welcome']}"
end

as(AGENT) do
  forums
  documents
  news_comments
  queries
  imports
  commits
  rename_page
  welcome
  account
end
puts JSON.generate(:done => true)
