module Lethe
  module Columns
    # attachments.disk_filename: whatever is asked for, a neutral name is chosen.
    class DiskName < Text
      def initialize
        super('disk_filename')
      end

      def holds?(row, _text)
        Files.neutral?(row)
      end

      def refusal(_table, row, _text)
        Files.rename_refusal(row)
      end

      def write(_table, row, _text)
        Files.neutralize(row)
      end
    end
  end
end
