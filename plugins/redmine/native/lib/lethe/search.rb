module Lethe
  # What a walk looks for, and the SQL for it.
  class Search
    # The issues a person has to do with, one condition a line.
    PERSONS_ISSUES = [
      'SELECT id FROM issues WHERE author_id = :person OR assigned_to_id = :person',
      "SELECT watchable_id FROM watchers WHERE watchable_type = 'Issue' AND user_id = :person",
      "SELECT journalized_id FROM journals WHERE journalized_type = 'Issue' AND user_id = :person",
      'SELECT issue_id FROM time_entries WHERE issue_id IS NOT NULL AND (user_id = :person OR author_id = :person)',
      "SELECT container_id FROM attachments WHERE container_type = 'Issue' AND author_id = :person",
      'SELECT v.customized_id FROM custom_values v JOIN custom_fields f ON f.id = v.custom_field_id ' \
      "WHERE v.customized_type = 'Issue' AND f.field_format = 'user' AND v.value = :person_text"
    ].freeze

    attr_reader :mentions

    # person: a number or nil. issues: numbers. whole_issues: every issue of the person as well.
    def initialize(person: nil, issues: [], whole_issues: false, terms: [], phones: [])
      @person = person
      @mentions = Mentions.new(terms, phones)
      @issues = whole_issues ? issues | issues_of_person : issues
    end

    # SQL that is true for each row worth reading, or nil where there can be none.
    def condition(table)
      parts = whys(table).values.map { |sql| table.listed ? "(#{sql} AND #{table.listed})" : sql }
      parts += table.all_columns.map { |column| mentioned(table, column) } if mentions.any?
      parts.any? ? parts.join(' OR ') : nil
    end

    # { why => SQL }: why a row is listed although nothing in it mentions the person.
    def whys(table)
      found = @person ? table.whose.transform_values { |sql| fill(sql) } : {}
      found['issue'] = "#{table.issue} IN (#{@issues.join(',')})" if table.issue && @issues.any?
      found
    end

    private

    def mentioned(table, column)
      return '1 = 1' unless column.searchable?

      mentions.sql("t.#{table.record.connection.quote_column_name(column.name)}", table.record.connection)
    end

    def issues_of_person
      ActiveRecord::Base.connection.select_values(fill(PERSONS_ISSUES.join(' UNION '))).map(&:to_i)
    end

    def fill(sql)
      ActiveRecord::Base.sanitize_sql([sql, { :person => @person, :person_text => @person.to_s }])
    end
  end
end
