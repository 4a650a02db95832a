module Lethe
  # Redmine may keep the HTML of long texts, and the results of searches, in a cache. What was changed is taken out of it.
  class StaleHtml
    # Shorter texts are never cached.
    CACHED_FROM = 2.kilobytes

    def initialize
      @rows = []
    end

    def note(table, row, text)
      return if text.to_s.size < CACHED_FROM

      @rows.push("#{table}/#{row['id']}")
      # Issue lists cache the latest note under the issue.
      @rows.push("issues/#{row['journalized_id']}") if table == 'journals'
    end

    def forget
      Redmine::Search.cache_store.clear if Redmine::Search.respond_to?(:cache_store)
      forget_html if @rows.any?
    end

    private

    def forget_html
      store = Redmine::WikiFormatting.cache_store
      store.delete_matched(%r{\Aformatted_text/[^/]+/(#{Regexp.union(@rows)})-})
    rescue NotImplementedError, ArgumentError
      # This store cannot look for keys: better an empty cache than an old text.
      store.clear
    end
  end
end
