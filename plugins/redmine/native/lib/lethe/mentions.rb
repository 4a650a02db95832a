module Lethe
  # Whether a text mentions one of the terms or telephone numbers. Finds too much rather than too little.
  class Mentions
    SEPARATORS = /[\s_\-.,+]+/
    AT = '(?:@|%40|=40|&#64;|&#x40;)'.freeze
    ESCAPE = '!'.freeze

    def initialize(terms, phones)
      @pieces = terms.map { |term| Folding.fold(term).split(SEPARATORS).reject(&:empty?) }.reject(&:empty?)
      @phones = phones
      @pattern = Regexp.union(@pieces.map { |pieces| words(pieces) } + @phones.map { |digits| number(digits) })
    end

    def any?
      @pieces.any? || @phones.any?
    end

    def in?(text)
      text.present? && @pattern.match?(Folding.fold(text))
    end

    # SQL that is true for every text that may match (and for some that do not): what is plain ASCII is compared here,
    # everything else goes to Ruby, because databases do not agree on the case and the accents of letters.
    def sql(column, connection)
      likes = like_patterns.map { |like| "LOWER(#{column}) LIKE #{connection.quote(like)} ESCAPE '#{ESCAPE}'" }
      "(#{([beyond_ascii(column, connection)] + likes).join(' OR ')})"
    end

    private

    def words(pieces)
      Regexp.new(pieces.map { |piece| Regexp.escape(piece).gsub('@', AT) }.join('[\s_\-.,+]+'))
    end

    def number(digits)
      Regexp.new(digits.chars.join('\D{0,3}'))
    end

    def like_patterns
      @like_patterns ||= @pieces.select { |pieces| pieces.all?(&:ascii_only?) }.map { |pieces| "%#{pieces.map { |p| like(p) }.join('%')}%" } +
                         @phones.map { |digits| "%#{digits.chars.join('%')}%" }
    end

    def like(piece)
      piece.gsub(/[!%_]/) { |sign| ESCAPE + sign }.gsub('@', '%')
    end

    def beyond_ascii(column, connection)
      case connection.adapter_name
      when /sqlite/i then "LENGTH(CAST(#{column} AS BLOB)) <> LENGTH(#{column})"
      when /postg/i then "OCTET_LENGTH(#{column}) <> CHAR_LENGTH(#{column})"
      when /mysql|trilogy/i then "LENGTH(#{column}) <> CHAR_LENGTH(#{column})"
      else '1 = 1'
      end
    end
  end
end
