module Lethe
  module Columns
    # A column with a few possible values.
    class Choice < Text
      def initialize(name, allowed, listed: true)
        super(name, :required => true, :listed => listed)
        @allowed = allowed
      end

      def refusal(_table, _row, text)
        @allowed.include?(text) ? nil : "#{name} takes one of: #{@allowed.join(' ')}"
      end
    end
  end
end
