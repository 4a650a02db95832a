module Lethe
  # Every table Lethe knows, in the order traces are listed: a person's own rows last. What stands in none of these
  # files is never changed; its texts are searched for mentions all the same (see OtherTables).
  module Catalogue
    def self.tables
      @tables ||= (IssueTables.all + ProjectTables.all + PlaceTables.all + PersonTables.all).freeze
    end

    def self.find(name)
      tables.find { |table| table.name == name }
    end
  end
end
