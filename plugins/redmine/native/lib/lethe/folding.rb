module Lethe
  # Makes spellings of one name equal: case, accents, composed and decomposed letters, ligatures, invisible characters.
  module Folding
    # Letters that carry no separable accent.
    PLAIN = { 'ł' => 'l', 'ø' => 'o', 'đ' => 'd', 'ð' => 'd', 'þ' => 'th', 'æ' => 'ae', 'œ' => 'oe', 'ı' => 'i', 'ħ' => 'h' }.freeze
    LETTERS = Regexp.union(PLAIN.keys)
    DROPPED = /[\p{Mn}\p{Cf}]+/

    def self.fold(text)
      return text.downcase if text.ascii_only?

      text.scrub('').unicode_normalize(:nfkd).gsub(DROPPED, '').downcase(:fold).gsub(LETTERS, PLAIN)
    end
  end
end
