require 'zlib'

module Lethe
  module Columns
    # wiki_content_versions.data: plain or compressed, as the row's own `compression` says.
    class Packed < Text
      def searchable?
        false
      end

      def read(row)
        data = row[name]
        return nil if data.nil?

        data = data.to_s.b
        plain = row['compression'] == 'gzip' ? Zlib::Inflate.inflate(data) : data
        plain.force_encoding('UTF-8').scrub
      end

      def refusal(_table, _row, _text)
        nil
      end

      def write(table, row, text)
        plain = text.to_s
        table.update(row, name => row['compression'] == 'gzip' ? Zlib::Deflate.deflate(plain, Zlib::BEST_COMPRESSION) : plain)
      end
    end
  end
end
