module Lethe
  # Everything the catalogue does not name: searched for mentions, never changed. Deny by default, but look everywhere.
  module OtherTexts
    # What Redmine itself brings, besides the tables of the catalogue.
    REDMINE = %w[auth_sources boards changes changeset_parents changesets_issues custom_fields_projects custom_fields_roles custom_fields_trackers
                 enabled_modules issue_relations member_roles projects_trackers queries_roles repositories roles_managed_roles wikis workflows
                 schema_migrations ar_internal_metadata].freeze
    # Columns in which Redmine keeps words and numbers of its own, not what people write.
    MACHINE = /\A(type|.*_type|.*_scheme|action|value_digest|digest|compression|revision|from_revision|scmid|property|prop_key|field_format|
               format_store|permissions|issues_visibility|users_visibility|time_entries_visibility|settings|column_names|sort_criteria|group_by|options|
               status|sharing|disk_directory|language|mail_notification|hashed_password|salt|twofa_.*|relation_type|rule|field_name|regexp|position_name|
               path_encoding|log_encoding|attr_.*)\z/x.freeze
    TOKENS = %w[tokens.value].freeze

    WHY = {
      'projects.identifier' => 'it is part of every address of the project: rename the project by hand, or leave it',
      'custom_fields.possible_values' => 'a list of choices: edit the field under Administration > Custom fields',
      'user_preferences.others' => 'settings of pages: remove the whole row',
      'imports.filename' => 'remove the whole row',
      'wikis.start_page' => 'the start page of a wiki: change it in the project\'s settings'
    }.freeze
    WHY_TABLE = {
      'repositories' => 'the address of a repository: edit it in the project\'s settings',
      'changes' => 'a path in a repository, which keeps it itself',
      'auth_sources' => 'a sign-in server: edit it under Administration > LDAP authentication'
    }.freeze

    # The columns of a table that hold text and are not in the catalogue.
    def self.of(table)
      known = table.columns.map(&:name)
      names_in(table.name).reject { |name| known.include?(name) }.map { |name| Columns::ReadOnly.new(name, because(table.name, name)) }
    end

    # Tables that are not in the catalogue and hold text.
    def self.tables
      @tables ||= (all_tables - Catalogue.tables.map(&:name)).select { |name| searchable?(name) }.map { |name| Table.new(name) }.freeze
    end

    # For status.json: what other plugins brought.
    def self.unknown
      (all_tables - Catalogue.tables.map(&:name) - REDMINE).map { |name| { :table => name, :columns => names_in(name), :searched => searchable?(name) } }
                                                           .reject { |entry| entry[:columns].empty? }
    end

    def self.all_tables
      ActiveRecord::Base.connection.tables.sort
    end

    def self.searchable?(table)
      Rows.of(table).column_names.include?('id') && names_in(table).any?
    end

    def self.names_in(table)
      columns = Rows.of(table).columns.select { |column| %i[string text].include?(column.type) }.map(&:name)
      foreign?(table) ? columns : columns.reject { |name| MACHINE.match?(name) || TOKENS.include?("#{table}.#{name}") }
    end

    def self.foreign?(table)
      !REDMINE.include?(table) && Catalogue.find(table).nil?
    end

    def self.because(table, column)
      WHY["#{table}.#{column}"] || WHY_TABLE[table] ||
        (foreign?(table) ? 'belongs to another plugin: empty it there' : 'Lethe does not change this: edit it in Redmine')
    end
    private_class_method :all_tables, :searchable?, :names_in, :foreign?, :because
  end
end
