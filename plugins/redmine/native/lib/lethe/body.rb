module Lethe
  # Reads the body of a request and refuses what is malformed, without ever quoting it.
  module Body
    SEARCH = %w[person issues whole_issues terms phones tables cursor limit].freeze
    CHANGE = %w[table id column was text remove].freeze
    ROW = %w[table id column].freeze

    def self.parse(raw)
      body = JSON.parse(raw.dup.force_encoding('UTF-8'))
      body.is_a?(Hash) ? body : reject('the body must be a JSON object')
    rescue JSON::ParserError, EncodingError
      reject('the body must be a JSON object')
    end

    def self.search(body)
      only(body, SEARCH, '')
      wanted = { :person => body['person'] && number(body['person'], 'person'), :issues => list(body, 'issues', 1000).map { |id| number(id, 'issues') },
                 :whole_issues => body['whole_issues'] == true, :terms => list(body, 'terms').map { |term| term(term) },
                 :phones => list(body, 'phones').map { |phone| phone(phone) } }
      reject('give at least one of person, issues, terms, phones') if wanted.values.all? { |value| value.blank? }
      reject('whole_issues needs a person', 'whole_issues') if wanted[:whole_issues] && wanted[:person].nil?
      wanted
    end

    def self.walk(body)
      limit = body.fetch('limit', LIMITS[:page])
      reject("limit goes from 1 to #{LIMITS[:page]}", 'limit') unless limit.is_a?(Integer) && limit.between?(1, LIMITS[:page])
      cursor = body['cursor']
      reject('cursor is what the page before gave as next', 'cursor') unless cursor.nil? || cursor.is_a?(String)
      { :tables => body['tables'] && list(body, 'tables'), :cursor => cursor, :limit => limit }
    end

    # The number of the account somebody asks about.
    def self.account(body)
      only(body, %w[account], '')
      number(body['account'], 'account')
    end

    def self.changes(body)
      only(body, ['changes'], '')
      entries(body, 'changes', LIMITS[:changes], CHANGE).each_with_index { |change, index| well_formed(change, "changes[#{index}]") }
    end

    def self.rows(body)
      only(body, ['rows'], '')
      entries(body, 'rows', LIMITS[:rows], ROW)
    end

    def self.well_formed(change, at)
      return if change['remove'] == true && (change.keys - %w[table id remove]).empty?

      reject('give column and text, or "remove": true alone', at) if change.key?('remove') || !change['column'].is_a?(String) || !change.key?('text')
      text = change['text']
      reject('text is a string without NUL, or null', "#{at}.text") unless text.nil? || (text.is_a?(String) && !text.include?("\0"))
      reject('was is a SHA-256 in lower-case hex', "#{at}.was") unless change['was'].nil? || change['was'].to_s.match?(/\A[0-9a-f]{64}\z/)
    end

    def self.entries(body, name, most, keys)
      found = body[name]
      reject("#{name} is a list of 1 to #{most} objects", name) unless found.is_a?(Array) && found.size.between?(1, most) && found.all?(Hash)
      found.each_with_index do |entry, index|
        only(entry, keys, "#{name}[#{index}].")
        reject('table and id are strings', "#{name}[#{index}]") unless entry['table'].is_a?(String) && entry['id'].is_a?(String)
      end
    end

    def self.only(object, keys, at)
      reject("unknown key; known are: #{keys.join(' ')}", "#{at}*") if (object.keys - keys).any?
    end

    def self.list(body, name, most = LIMITS[:terms])
      found = body.fetch(name, [])
      reject("#{name} is a list of at most #{most} strings", name) unless found.is_a?(Array) && found.size <= most && found.all?(String)
      found
    end

    def self.number(id, at)
      id.is_a?(String) && id.match?(/\A\d{1,9}\z/) ? id.to_i : reject('a number as a string', at)
    end

    def self.term(term)
      letters = Folding.fold(term).gsub(Mentions::SEPARATORS, '')
      letters.length >= 3 && term.length <= 200 ? term : reject('a term has 3 to 200 characters', 'terms')
    end

    def self.phone(phone)
      phone.match?(/\A\d{6,20}\z/) ? phone : reject('a phone is 6 to 20 digits and nothing else', 'phones')
    end

    def self.reject(message, at = nil)
      raise Rejected.new(message, at)
    end
    private_class_method :well_formed, :entries, :only, :list, :number, :term, :phone, :reject
  end
end
