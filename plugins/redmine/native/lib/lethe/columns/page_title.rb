module Lethe
  module Columns
    # A wiki title: unique in its wiki, and in the form Redmine finds a page by.
    class PageTitle < UniqueText
      def refusal(table, row, text)
        super || (text == Wiki.titleize(text) ? nil : "not a page title Redmine would find: send it as #{name} is written in addresses (Like_this)")
      end
    end
  end
end
