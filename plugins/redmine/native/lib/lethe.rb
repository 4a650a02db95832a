# Lethe's part inside Redmine: finds where a person is, and changes what it is told to, from a fixed list.
module Lethe
  VERSION = '1.0.0'.freeze

  # What one call may carry. README.md and status.json state the same numbers.
  LIMITS = { :changes => 200, :rows => 500, :page => 1000, :terms => 200 }.freeze
end
