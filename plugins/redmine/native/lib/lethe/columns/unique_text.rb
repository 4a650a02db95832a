module Lethe
  module Columns
    # A text that no other row may have, whatever the case: a login, an address, a page title.
    class UniqueText < Text
      # within: a column that must be equal for two rows to be in each other's way.
      def initialize(name, within: nil)
        super(name, :required => true)
        @within = within
      end

      def refusal(table, row, text)
        super || (taken?(table, row, text) ? "#{name} is taken: choose another" : nil)
      end

      private

      def taken?(table, row, text)
        others = table.record.where("LOWER(#{name}) = ?", text.downcase).where.not(:id => row['id'])
        others = others.where(@within => row[@within]) if @within
        others.exists?
      end
    end
  end
end
