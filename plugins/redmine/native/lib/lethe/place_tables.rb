module Lethe
  # Names and descriptions of places, fields and choices: nobody's, but a person may be mentioned in them.
  module PlaceTables
    NAME = 'name'.freeze

    def self.all
      [place('projects', 'description', 'homepage', :links => { 'project' => 't.id' }),
       place('versions', 'description', 'wiki_page_title', :links => { 'project' => 't.project_id' }),
       place('issue_categories', :links => { 'project' => 't.project_id' }), place('enumerations'), place('issue_statuses'),
       place('trackers', 'description'), place('roles'), place('custom_field_enumerations', :links => { 'field' => 't.custom_field_id' }),
       place('custom_fields', 'default_value', 'description', :links => { 'field' => 't.id' }), settings, import_items]
    end

    # A table with a name that may not be blank, and more texts that may.
    def self.place(table, *more, links: {})
      Table.new(table, :columns => [Columns::Text.new(NAME, :required => true)] + more.map { |column| Columns::Text.new(column) }, :links => links)
    end

    def self.settings
      Table.new('settings', :columns => [Columns::SettingValue.new], :facts => { NAME => NAME })
    end

    def self.import_items
      Table.new('import_items', :columns => [Columns::Text.new('message'), Columns::Text.new('unique_id')],
                                :joins => 'JOIN imports m ON m.id = t.import_id', :whose => { 'self' => 'm.user_id = :person' },
                                :links => { 'person' => 'm.user_id' })
    end
    private_class_method :place, :settings, :import_items
  end
end
