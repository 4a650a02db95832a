module Lethe
  # The account and what belongs to it. The account itself comes last: it is what a person is found by.
  module PersonTables
    MINE = { 'self' => 't.user_id = :person' }.freeze
    PERSON = { 'person' => 't.user_id' }.freeze
    MAIL_CHOICES = %w[none only_my_events only_assigned only_owner selected all bookmarked].freeze
    SECRETS = %w[hashed_password salt twofa_totp_key].freeze
    DATES = %w[last_login_on passwd_changed_on twofa_scheme twofa_totp_last_used_at].freeze

    def self.all
      [watchers, members, GroupMemberships.new, tokens, imports, queries, custom_values, user_preferences, email_addresses, users]
    end

    # Whether the person's own rows begin with this table.
    def self.first?(table)
      table.name == 'watchers'
    end

    def self.watchers
      on_issue = "CASE WHEN t.watchable_type = 'Issue' THEN t.watchable_id END"
      Table.new('watchers', :remove => :always, :whose => { 'watcher' => 't.user_id = :person' }, :issue => on_issue,
                            :links => { 'person' => 't.user_id', 'issue' => on_issue, 'container' => 't.watchable_id' },
                            :facts => { 'on' => 'watchable_type' })
    end

    def self.members
      Table.new('members', :remove => :always, :whose => { 'member' => 't.user_id = :person' }, :made => 'created_on',
                           :links => { 'person' => 't.user_id', 'project' => 't.project_id' })
    end

    def self.tokens
      Table.new('tokens', :remove => :always, :whose => MINE, :links => PERSON, :facts => { 'action' => 'action' }, :made => 'created_on')
    end

    def self.imports
      Table.new('imports', :remove => :always, :whose => MINE, :links => PERSON, :made => 'created_at')
    end

    def self.queries
      shared = ->(row) { row['visibility'].to_i.zero? ? nil : 'others use this query: empty its texts instead' }
      Table.new('queries', :columns => [Columns::Text.new('name', :required => true), Columns::Filters.new('filters')], :remove => shared,
                           :whose => MINE, :links => { 'person' => 't.user_id', 'query' => 't.id', 'project' => 't.project_id' },
                           :facts => { 'visibility' => 'visibility' })
    end

    def self.custom_values
      Table.new('custom_values',
                :columns => [Columns::Text.new('value')], :remove => :with_text,
                :joins => 'LEFT JOIN custom_fields f ON f.id = t.custom_field_id ' \
                          "LEFT JOIN issues i ON t.customized_type = 'Issue' AND i.id = t.customized_id " \
                          "LEFT JOIN time_entries n ON t.customized_type = 'TimeEntry' AND n.id = t.customized_id",
                :whose => { 'self' => "(t.customized_type = 'Principal' AND t.customized_id = :person)",
                            'value' => "(f.field_format = 'user' AND t.value = :person_text)",
                            'author' => '(n.user_id = :person OR n.author_id = :person)' },
                :issue => 'COALESCE(i.id, n.issue_id)',
                :links => { 'issue' => 'COALESCE(i.id, n.issue_id)', 'project' => 'COALESCE(i.project_id, n.project_id)',
                            'field' => 't.custom_field_id', 'container' => 't.customized_id',
                            'person' => "CASE WHEN t.customized_type = 'Principal' THEN t.customized_id END" },
                :facts => { 'of' => 'customized_type', 'name' => 'f.name', 'format' => 'f.field_format' })
    end

    def self.user_preferences
      Table.new('user_preferences', :columns => [Columns::Text.new('time_zone')], :remove => :always, :whose => MINE, :links => PERSON)
    end

    def self.email_addresses
      Table.new('email_addresses', :columns => [Columns::UniqueText.new('address')], :remove => :with_text, :whose => MINE, :links => PERSON,
                                   :facts => { 'default' => 'is_default' }, :made => 'created_on')
    end

    def self.users
      columns = [Columns::UniqueText.new('login'), Columns::Text.new('firstname', :required => true), Columns::Text.new('lastname', :required => true),
                 Columns::Choice.new('mail_notification', MAIL_CHOICES, :listed => false), Columns::Text.new('language', :listed => false),
                 Columns::AccountStatus.new] +
                SECRETS.map { |name| Columns::Emptied.new(name, :secret => true) } + DATES.map { |name| Columns::Emptied.new(name) }
      Table.new('users', :columns => columns, :whose => { 'self' => 't.id = :person' }, :links => { 'person' => 't.id' }, :made => 'created_on',
                         :facts => { 'type' => 'type', 'admin' => 'admin', 'status' => 'status', 'auth_source' => 'auth_source_id',
                                     'last_login_on' => 'last_login_on' })
    end
    private_class_method :watchers, :members, :tokens, :imports, :queries, :custom_values, :user_preferences, :email_addresses, :users
  end
end
