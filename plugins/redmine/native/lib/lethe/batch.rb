module Lethe
  # Applies changes in one transaction and says of each how it went.
  class Batch
    DONE = { :result => 'done' }.freeze
    GONE = { :result => 'gone' }.freeze
    STALE = { :result => 'stale' }.freeze

    # How many rows of which table were written, for the log.
    attr_reader :written

    def initialize(changes)
      @changes = changes
      @written = Hash.new(0)
      @stale_html = StaleHtml.new
    end

    def run
      results = Renames.watch { ActiveRecord::Base.transaction { @changes.map { |change| apply(change) } } }
      @stale_html.forget if @written.any?
      results
    end

    private

    def apply(change)
      table = Catalogue.find(change['table'])
      return refused('not a table Lethe changes') if table.nil?

      row = table.find(change['id'])
      change['remove'] ? remove(table, row) : write(table, row, change)
    end

    def remove(table, row)
      return DONE if row.nil? && table.removable?

      because = row ? table.removal_refusal(row) : 'rows of this table are not removed'
      return refused(because) if because

      table.remove(row)
      count(table)
    end

    def write(table, row, change)
      column = table.column(change['column'])
      return refused('not a column Lethe changes') if column.nil?
      return GONE if row.nil?

      text = change['text']
      because = column.closed(row) || column.refusal(table, row, text)
      return refused(because) if because
      return DONE if column.holds?(row, text)
      return STALE if change['was'] && !column.seen?(row, change['was'])

      @stale_html.note(table.name, row, column.read(row))
      column.write(table, row, text)
      count(table)
    end

    def count(table)
      @written[table.name] += 1
      DONE
    end

    def refused(because)
      { :result => 'refused', :because => because }
    end
  end
end
