module Lethe
  module Columns
    # attachments.filename: the name on the disk is derived from it, so it changes along.
    class FileName < Text
      FORBIDDEN = %r{[/?%*:|"'<>\n\r\\]}

      def initialize
        super('filename', :required => true)
      end

      def refusal(table, row, text)
        super || (text.match?(FORBIDDEN) ? 'a character Redmine does not allow in a file name' : nil) || Files.rename_refusal(row)
      end

      def write(table, row, text)
        Files.neutralize(row)
        super
      end
    end
  end
end
