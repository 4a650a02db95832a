module Lethe
  module Columns
    # A text Lethe searches and never changes.
    class ReadOnly < Text
      def initialize(name, because)
        super(name, :listed => false)
        @because = because
      end

      def closed(_row)
        @because
      end
    end
  end
end
