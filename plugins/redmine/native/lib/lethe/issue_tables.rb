module Lethe
  # Issues and everything that hangs on them.
  module IssueTables
    NAMES = 'LEFT JOIN issue_statuses s ON s.id = t.status_id LEFT JOIN trackers k ON k.id = t.tracker_id ' \
            'LEFT JOIN enumerations e ON e.id = t.priority_id LEFT JOIN issue_categories c ON c.id = t.category_id ' \
            'LEFT JOIN versions v ON v.id = t.fixed_version_id LEFT JOIN projects p ON p.id = t.project_id'.freeze
    ON_ISSUE = "LEFT JOIN issues i ON t.container_type = 'Issue' AND i.id = t.container_id".freeze

    def self.all
      [issues, journals, journal_details, attachments, time_entries]
    end

    def self.issues
      Table.new('issues',
                :columns => [Columns::Text.new('subject', :required => true), Columns::Text.new('description')],
                :joins => NAMES, :issue => 't.id', :made => 'created_on',
                :whose => { 'author' => 't.author_id = :person', 'assignee' => 't.assigned_to_id = :person' },
                :links => { 'issue' => 't.id', 'project' => 't.project_id', 'author' => 't.author_id', 'assignee' => 't.assigned_to_id',
                            'parent' => 't.parent_id' },
                :facts => { 'status' => 's.name', 'closed' => closed, 'tracker' => 'k.name', 'priority' => 'e.name', 'category' => 'c.name',
                            'version' => 'v.name', 'project' => 'p.name', 'private' => 'is_private', 'updated_on' => 'updated_on',
                            'closed_on' => 'closed_on' })
    end

    def self.closed
      "CASE WHEN s.is_closed = #{ActiveRecord::Base.connection.quoted_true} THEN 'true' ELSE 'false' END"
    end

    def self.journals
      Table.new('journals',
                :columns => [Columns::Text.new('notes')],
                :joins => "LEFT JOIN issues i ON t.journalized_type = 'Issue' AND i.id = t.journalized_id",
                :issue => 'i.id', :made => 'created_on', :whose => { 'author' => 't.user_id = :person' },
                :links => { 'issue' => 'i.id', 'project' => 'i.project_id', 'author' => 't.user_id' }, :facts => { 'private' => 'private_notes' })
    end

    # Most details hold numbers (a status, a person); those worth listing hold texts.
    def self.journal_details
      Table.new('journal_details',
                :columns => [Columns::Text.new('old_value'), Columns::Text.new('value')],
                :joins => 'JOIN journals j ON j.id = t.journal_id ' \
                          "LEFT JOIN issues i ON j.journalized_type = 'Issue' AND i.id = j.journalized_id",
                :issue => 'i.id', :whose => { 'author' => 'j.user_id = :person' },
                :listed => "(t.property IN ('cf', 'attachment') OR t.prop_key IN ('subject', 'description'))",
                :links => { 'issue' => 'i.id', 'project' => 'i.project_id', 'author' => 'j.user_id', 'journal' => 'j.id' },
                :facts => { 'property' => 'property', 'key' => 'prop_key', 'format' => ->(row, formats) { row['property'] == 'cf' ? formats[row['prop_key']] : nil } })
    end

    def self.attachments
      Table.new('attachments',
                :columns => [Columns::FileName.new, Columns::Text.new('description'), Columns::DiskName.new],
                :joins => ON_ISSUE, :issue => 'i.id', :made => 'created_on', :remove => ->(row) { Files.rename_refusal(row) },
                :whose => { 'author' => 't.author_id = :person' },
                :links => { 'issue' => 'i.id', 'project' => 'i.project_id', 'author' => 't.author_id', 'attachment' => 't.id',
                            'container' => 't.container_id' },
                :facts => { 'on' => 'container_type', 'size' => 'filesize', 'type' => 'content_type' })
    end

    def self.time_entries
      Table.new('time_entries',
                :columns => [Columns::Text.new('comments')], :issue => 't.issue_id', :made => 'created_on',
                :whose => { 'author' => '(t.user_id = :person OR t.author_id = :person)' },
                :links => { 'issue' => 't.issue_id', 'project' => 't.project_id', 'author' => 't.user_id' })
    end

    private_class_method :issues, :closed, :journals, :journal_details, :attachments, :time_entries
  end
end
