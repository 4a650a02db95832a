module Lethe
  module Columns
    # A date or a secret: can be emptied, never set. A secret's content is not handed out.
    class Emptied < Text
      def initialize(name, secret: false)
        super(name)
        @secret = secret
      end

      def secret?
        @secret
      end

      def filled?(row)
        row[name].present?
      end

      def read(row)
        return nil if @secret || row[name].nil?

        row[name].respond_to?(:utc) ? row[name].utc.iso8601 : row[name].to_s
      end

      def holds?(row, text)
        text.blank? && !filled?(row)
      end

      # A secret was never shown, so there is nothing to compare.
      def seen?(row, was)
        @secret || super
      end

      def refusal(_table, _row, text)
        text.blank? ? nil : "#{name} can only be emptied"
      end

      def write(table, row, _text)
        super(table, row, nil)
      end
    end
  end
end
