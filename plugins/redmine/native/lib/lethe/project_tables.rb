module Lethe
  # What is written in a project outside issues: wiki, news, forums, documents, commits.
  module ProjectTables
    WIKI = 'LEFT JOIN wikis w ON w.id = %s.wiki_id'.freeze
    PAGE = "LEFT JOIN wiki_pages g ON g.id = t.page_id #{format(WIKI, 'g')}".freeze
    PAGE_LINKS = { 'page' => 't.page_id', 'wiki' => 'g.wiki_id', 'project' => 'w.project_id', 'author' => 't.author_id' }.freeze
    AUTHOR = { 'author' => 't.author_id = :person' }.freeze

    def self.all
      wiki + news + forums + [documents, changesets]
    end

    def self.wiki
      [Table.new('wiki_pages', :columns => [Columns::PageTitle.new('title', :within => 'wiki_id')], :joins => format(WIKI, 't'), :made => 'created_on',
                               :links => { 'page' => 't.id', 'wiki' => 't.wiki_id', 'project' => 'w.project_id' }),
       Table.new('wiki_redirects', :columns => [Columns::Text.new('title', :required => true), Columns::Text.new('redirects_to')],
                                   :joins => format(WIKI, 't'), :made => 'created_on', :remove => :with_text,
                                   :links => { 'wiki' => 't.wiki_id', 'project' => 'w.project_id' }),
       Table.new('wiki_contents', :columns => [Columns::Text.new('text'), Columns::Text.new('comments')], :joins => PAGE, :made => 'updated_on',
                                  :whose => AUTHOR, :links => PAGE_LINKS, :facts => { 'version' => 'version' }),
       Table.new('wiki_content_versions', :columns => [Columns::Packed.new('data'), Columns::Text.new('comments')], :joins => PAGE,
                                          :made => 'updated_on', :whose => AUTHOR, :links => PAGE_LINKS, :facts => { 'version' => 'version' })]
    end

    def self.news
      [Table.new('news', :columns => [Columns::Text.new('title', :required => true), Columns::Text.new('summary'), Columns::Text.new('description')],
                         :made => 'created_on', :whose => AUTHOR,
                         :links => { 'news' => 't.id', 'project' => 't.project_id', 'author' => 't.author_id' }),
       Table.new('comments', :columns => [Columns::Text.new('content')], :made => 'created_on', :whose => AUTHOR,
                             :joins => "LEFT JOIN news n ON t.commented_type = 'News' AND n.id = t.commented_id",
                             :links => { 'news' => 'n.id', 'project' => 'n.project_id', 'author' => 't.author_id' })]
    end

    def self.forums
      [Table.new('boards', :columns => [Columns::Text.new('name', :required => true), Columns::Text.new('description', :required => true)],
                           :links => { 'board' => 't.id', 'project' => 't.project_id' }),
       Table.new('messages', :columns => [Columns::Text.new('subject', :required => true), Columns::Text.new('content')], :made => 'created_on',
                             :joins => 'LEFT JOIN boards b ON b.id = t.board_id', :whose => AUTHOR,
                             :links => { 'message' => 't.id', 'board' => 't.board_id', 'project' => 'b.project_id', 'author' => 't.author_id',
                                         'parent' => 't.parent_id' })]
    end

    def self.documents
      Table.new('documents', :columns => [Columns::Text.new('title', :required => true), Columns::Text.new('description')], :made => 'created_on',
                             :links => { 'document' => 't.id', 'project' => 't.project_id' })
    end

    def self.changesets
      Table.new('changesets', :columns => [Columns::Text.new('comments'), Columns::Text.new('committer')], :made => 'committed_on',
                              :joins => 'LEFT JOIN repositories r ON r.id = t.repository_id', :whose => { 'author' => 't.user_id = :person' },
                              :links => { 'changeset' => 't.id', 'project' => 'r.project_id', 'author' => 't.user_id' })
    end
    private_class_method :wiki, :news, :forums, :documents, :changesets
  end
end
