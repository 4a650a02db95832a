# Prints everything an instance of Redmine holds as JSON lines, outside Rails and without changing anything:
#   {"at":"journals/12/notes","text":"..."}      every text cell of every table; wiki versions unpacked
#   {"at":"files/2026/11/x.txt","path":"..."}    every file: attachments, thumbnails, cached HTML, uploads of imports
# Usage: ruby dump.rb DATABASE FOLDER...
require 'json'
require 'sqlite3'
require 'zlib'

# Old wiki versions are deflated; other binary columns are shown as base64.
def readable(value, row)
  return value unless value.is_a?(String)

  plain = row['compression'] == 'gzip' && value.start_with?("\x78".b) ? Zlib::Inflate.inflate(value) : value
  text = plain.dup.force_encoding('UTF-8')
  text.valid_encoding? ? text : "base64:#{[plain].pack('m0')}"
end

def print_table(database, table)
  database.execute("SELECT rowid AS lethe_row, * FROM \"#{table}\"").each do |row|
    number = row.delete('lethe_row')
    row.each do |column, value|
      next unless column.is_a?(String) && !value.nil?

      puts JSON.generate(:at => "#{table}/#{number}/#{column}", :text => readable(value, row).to_s)
    end
  end
end

def print_files(folder)
  Dir.glob("#{folder}/**/*", File::FNM_DOTMATCH).select { |path| File.file?(path) }.sort.each do |path|
    puts JSON.generate(:at => "#{File.basename(folder)}/#{path.delete_prefix("#{folder}/")}", :path => path)
  end
end

database = SQLite3::Database.new(ARGV.shift, :readonly => true, :results_as_hash => true)
tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { |row| row['name'] }
tables.each { |table| print_table(database, table) }
ARGV.each { |folder| print_files(folder) }
