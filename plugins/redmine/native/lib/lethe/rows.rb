module Lethe
  # Plain access to one table: no model of Redmine's, so no callback, no default scope, no unpacking can interfere.
  module Rows
    MUTEX = Mutex.new

    # An ActiveRecord class that knows the columns of a table and nothing else.
    def self.of(table)
      MUTEX.synchronize { (@classes ||= {})[table] ||= build(table) }
    end

    # Rows of a relation as plain hashes with typed values.
    def self.load(relation)
      types = relation.klass.attribute_types
      relation.klass.connection.select_all(relation.to_sql).map do |raw|
        raw.each_with_object({}) { |(column, value), row| row[column] = types.key?(column) ? types[column].deserialize(value) : value }
      end
    end

    def self.build(table)
      Class.new(ActiveRecord::Base) do
        self.table_name = table
        self.inheritance_column = '_none'
        def self.name
          'Lethe::Row'
        end
      end
    end
    private_class_method :build
  end
end
