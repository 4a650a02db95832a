module Lethe
  # Goes through the tables one after the other, row by row in the order of their numbers, and stops when a page is full.
  class Walk
    CHUNK = 500
    # Rows that have to be unpacked to be read.
    SMALL_CHUNK = 100
    BYTES = 4_000_000
    SECONDS = 10

    # tables: names, or nil for all.
    def initialize(search, tables, limit)
      @search = search
      @limit = limit
      @tables = (Catalogue.tables.take_while { |table| !PersonTables.first?(table) } + OtherTexts.tables +
                 Catalogue.tables.drop_while { |table| !PersonTables.first?(table) })
      @tables = @tables.select { |table| tables.include?(table.name) } if tables
    end

    # cursor: what the page before gave as `next`, or nil. Gives the traces and the next cursor.
    def page(cursor)
      @traces = []
      @deadline = now + SECONDS
      index, after = cursor ? decode(cursor) : [0, 0]
      while index < @tables.size
        after = read(@tables[index], after)
        return answer(encode(@tables[index], after)) if after

        index += 1
        after = 0
      end
      answer(nil)
    end

    private

    # Reads on in one table. Gives the number of the last row read when the page is full, nil when the table is done.
    def read(table, after)
      chunk = chunk_of(table)
      loop do
        rows = rows(table, after, chunk)
        rows.each do |row|
          after = key(table, row)
          @traces.concat(Traces.of(table, row, @search.mentions))
          return after if full?
        end
        return nil if rows.size < chunk
      end
    end

    def rows(table, after, chunk)
      condition = @search.condition(table)
      return [] if condition.nil?

      key = "t.#{key_of(table)}"
      Rows.load(table.record.from("#{table.record.quoted_table_name} t").joins(table.joins).where(condition).where("#{key} > ?", after)
                     .order(Arel.sql(key)).limit(chunk).select('t.*', *extras(table)))
    end

    def extras(table)
      whys = @search.whys(table).map { |why, sql| "CASE WHEN #{sql} THEN 1 ELSE 0 END AS why_#{why}" }
      links = table.links.map { |name, sql| "#{sql} AS link_#{name}" }
      facts = table.facts.select { |_, source| source.is_a?(String) && source.include?('.') }
      whys + links + facts.map { |name, sql| "#{sql} AS fact_#{name}" }
    end

    # The one table without a number of its own is walked by group: a walk through it is always for one person.
    def key_of(table)
      table.is_a?(GroupMemberships) ? 'group_id' : 'id'
    end

    def key(table, row)
      row[key_of(table)].to_i
    end

    def chunk_of(table)
      table.columns.all?(&:searchable?) ? CHUNK : SMALL_CHUNK
    end

    def full?
      @traces.size >= @limit || now > @deadline || @traces.sum { |trace| trace[:text].to_s.bytesize } > BYTES
    end

    def answer(cursor)
      { :traces => @traces, :next => cursor }
    end

    def encode(table, after)
      Base64.urlsafe_encode64("#{table.name}:#{after}", :padding => false)
    end

    def decode(cursor)
      name, after = Base64.urlsafe_decode64(cursor).split(':')
      index = @tables.index { |table| table.name == name }
      raise Rejected.new('this cursor is not from this walk: start again without one', 'cursor') unless index && after.to_s.match?(/\A\d+\z/)

      [index, after.to_i]
    rescue ArgumentError
      raise Rejected.new('not a cursor: start again without one', 'cursor')
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end
