module Lethe
  # What one row shows of a person: a trace for each text, and one for the row where the row itself can be removed.
  module Traces
    def self.of(table, row, mentions)
      whys = row.keys.grep(/\Awhy_/).select { |key| row[key].to_i == 1 }.map { |key| key.sub('why_', '') }
      found = table.all_columns.map { |column| of_column(table, column, row, whys, mentions) }.compact
      found.unshift(of_row(table, row, whys)) if table.thing? && (whys.any? || found.any?)
      common = common_of(table, row)
      found.map { |trace| trace.merge(common) }
    end

    def self.of_column(table, column, row, whys, mentions)
      return nil unless column.filled?(row)

      text = column.read(row)
      mentioned = mentions.any? && mentions.in?(text)
      return nil unless mentioned || (whys.any? && column.listed?)

      because = column.closed(row)
      may = because ? [] : ['text']
      may += ['remove'] if table.removable? && table.removal_refusal(row).nil?
      trace(column.name, text, mentioned ? whys + ['mention'] : whys, may, because, column.secret?)
    end

    def self.of_row(table, row, whys)
      because = table.removal_refusal(row)
      trace(nil, nil, whys.any? ? whys : ['mention'], because ? [] : ['remove'], because, table.name == 'tokens')
    end

    def self.trace(column, text, why, may, because, hidden)
      { :column => column, :text => text, :why => why, :may => may }
        .merge(because ? { :because => because } : {}).merge(hidden ? { :hidden => true } : {})
    end

    def self.common_of(table, row)
      links = table.links.keys.map { |name| [name, row["link_#{name}"]] }.reject { |_, value| value.nil? }
      facts = table.facts.map { |name, source| [name, fact(row, name, source)] }.reject { |_, value| value.nil? }
      { :table => table.name, :id => table.id_of(row), :made => in_words(table.made && row[table.made]),
        :links => links.map { |name, value| [name, value.to_s] }.to_h, :facts => facts.to_h }
    end

    def self.fact(row, name, source)
      value =
        if source.respond_to?(:call) then source.call(row, formats)
        elsif source.include?('.') then row["fact_#{name}"]
        else row[source]
        end
      in_words(value)
    end

    def self.in_words(value)
      return nil if value.nil?

      value.respond_to?(:utc) ? value.utc.iso8601 : value.to_s
    end

    # { number of a custom field as text => its format }, read once a request.
    def self.formats
      RequestStore.store[:lethe_formats] ||= Rows.of('custom_fields').pluck(:id, :field_format).map { |id, format| [id.to_s, format] }.to_h
    end
    private_class_method :of_column, :of_row, :trace, :common_of, :fact, :in_words, :formats
  end
end
