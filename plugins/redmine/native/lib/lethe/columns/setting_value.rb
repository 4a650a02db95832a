module Lethe
  module Columns
    # settings.value: only the free texts an administrator wrote. Processes notice a change by its time, so that is set.
    class SettingValue < Text
      FREE_TEXTS = %w[app_title welcome_text emails_header emails_footer].freeze

      def initialize
        super('value')
      end

      def closed(row)
        FREE_TEXTS.include?(row['name']) ? nil : 'not a free text: change it under Administration > Settings'
      end

      def write(table, row, text)
        table.update(row, 'value' => text.to_s, 'updated_on' => Time.now)
        Setting.clear_cache
      end
    end
  end
end
