require 'digest'

module Lethe
  module Columns
    # One column of a table that may be given a new text. The other kinds of column differ in how they read, refuse or write.
    class Text
      attr_reader :name

      # required: may not be blank. listed: whether it has a trace when the row is the person's; one that has not may still be changed.
      def initialize(name, required: false, listed: true)
        @name = name
        @required = required
        @listed = listed
      end

      # The text as handed out; nil for NULL.
      def read(row)
        text = row[name]
        text.nil? ? nil : text.to_s.dup.force_encoding('UTF-8').scrub
      end

      def listed?
        @listed
      end

      # Why nobody may change it in this row through Lethe, or nil.
      def closed(_row)
        nil
      end

      # Whether SQL can compare it; else every row is read.
      def searchable?
        true
      end

      # A secret is never handed out, only whether there is one.
      def secret?
        false
      end

      def filled?(row)
        read(row).present?
      end

      # Whether the row holds this text already.
      def holds?(row, text)
        read(row).to_s == text.to_s
      end

      # Whether the row holds what the caller saw: the SHA-256 of the text handed out.
      def seen?(row, was)
        Digest::SHA256.hexdigest(read(row).to_s) == was
      end

      # Why this text cannot be written, or nil.
      def refusal(table, _row, text)
        return "#{name} may not be blank: give a placeholder" if @required && text.blank?

        limit = table.limit_of(name)
        "longer than #{limit}: shorten it" if limit && text.to_s.length > limit
      end

      # Writes without callbacks: no history, no mail, no updated_on.
      def write(table, row, text)
        table.update(row, name => text.nil? && !table.nullable?(name) ? '' : text)
      end
    end
  end
end
