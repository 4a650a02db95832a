module Lethe
  # One table of the catalogue: what may be done in it, whose its rows are, and what else a caller wants to know of a row.
  # SQL in it calls the table `t`, the person `:person`, the person as text `:person_text`.
  class Table
    attr_reader :name, :columns, :joins, :whose, :issue, :links, :facts, :made, :listed

    # columns: those that may be changed.           joins: SQL, for the fields below.
    # whose:   { why => SQL condition }             issue: SQL for the number of the issue a row belongs to.
    # links:   { name => SQL for a number }         facts: { name => column, SQL for a text, or a lambda }
    # made:    the column with the time of creation listed: SQL; which rows are worth listing though nothing mentions.
    # remove:  nil, :always, :with_text (always, but the row is nothing without its text), or a lambda that gives a reason
    #          against removing a row, or nil
    def initialize(name, columns: [], joins: '', whose: {}, issue: nil, links: {}, facts: {}, made: nil, listed: nil, remove: nil)
      @name, @columns, @joins, @whose, @issue = name, columns, joins, whose, issue
      @links, @facts, @made, @listed, @remove = links, facts, made, listed, remove
    end

    def record
      Rows.of(name)
    end

    # The columns that may be changed, and every other text of the table, which may only be read.
    def all_columns
      @all_columns ||= columns + OtherTexts.of(self)
    end

    def column(name)
      all_columns.find { |column| column.name == name }
    end

    def removable?
      !@remove.nil?
    end

    # Whether the row itself is a thing (a watcher, a file) and has a trace of its own, not only traces of its texts.
    def thing?
      removable? && @remove != :with_text
    end

    def removal_refusal(row)
      return 'rows of this table are not removed' unless removable?

      @remove.respond_to?(:call) ? @remove.call(row) : nil
    end

    # One row with typed values, locked for the transaction; nil if there is none.
    def find(id)
      id.match?(/\A\d{1,18}\z/) ? Rows.load(record.where(:id => id).lock).first : nil
    end

    def id_of(row)
      row['id'].to_s
    end

    def update(row, values)
      values = values.merge('lock_version' => row['lock_version'].to_i + 1) if record.column_names.include?('lock_version')
      record.where(:id => row['id']).update_all(values)
    end

    def remove(row)
      Removals.remove(name, row) { record.where(:id => row['id']).delete_all }
    end

    def limit_of(column)
      record.columns_hash[column].limit
    end

    def nullable?(column)
      record.columns_hash[column].null
    end
  end
end
