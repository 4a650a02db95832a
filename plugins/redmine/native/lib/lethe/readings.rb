module Lethe
  # Reads single columns again, straight from the database.
  module Readings
    GONE = { :state => 'gone' }.freeze

    # rows: [{ 'table', 'id', 'column' (nil: only whether the row is there) }]
    def self.of(rows)
      found = {}
      rows.map do |wanted|
        table = table_of(wanted['table'])
        key = [wanted['table'], wanted['id']]
        found[key] = table.find(wanted['id']) unless found.key?(key)
        reading(table, found[key], wanted['column'])
      end
    end

    def self.reading(table, row, name)
      return GONE if row.nil?
      return { :state => 'here', :text => nil } if name.nil?

      column = table.column(name) || raise(Rejected.new('not a column Lethe reads', 'rows'))
      return { :state => 'here', :text => nil, :hidden => column.filled?(row) } if column.secret?

      { :state => 'here', :text => column.read(row) }
    end

    def self.table_of(name)
      Catalogue.find(name) || OtherTexts.tables.find { |table| table.name == name } || raise(Rejected.new('not a table Lethe reads', 'rows'))
    end
    private_class_method :reading, :table_of
  end
end
