module Lethe
  module Columns
    # queries.filters: stored as YAML, handed out and taken as JSON of the same shape.
    class Filters < Text
      def searchable?
        false
      end

      def read(row)
        filters = load(row)
        filters.blank? ? nil : JSON.generate(filters)
      end

      def refusal(_table, row, text)
        return nil if text.blank?

        filters = JSON.parse(text)
        same_shape?(load(row), filters) ? nil : 'filters must keep the shape they were handed out in'
      rescue JSON::ParserError
        'filters must be JSON, as they were handed out'
      end

      def write(table, row, text)
        filters = text.blank? ? {} : JSON.parse(text)
        table.update(row, name => filters.transform_values(&:symbolize_keys).to_yaml)
      end

      private

      def load(row)
        loaded = YAML.safe_load(row[name].to_s, :permitted_classes => [Symbol, Date, Time, ActiveSupport::HashWithIndifferentAccess])
        loaded.is_a?(Hash) ? loaded.deep_stringify_keys : {}
      rescue Psych::Exception
        {}
      end

      def same_shape?(old, new)
        new.is_a?(Hash) && (new.keys - old.keys).empty? && new.values.all? { |filter| filter?(filter) }
      end

      def filter?(filter)
        filter.is_a?(Hash) && (filter.keys - %w[operator values]).empty? && filter['operator'].is_a?(String) &&
          Array(filter['values']).all? { |value| value.is_a?(String) }
      end
    end
  end
end
