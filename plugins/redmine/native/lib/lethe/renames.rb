module Lethe
  # Renamed files of the batch at work, so that they can be named back when the database takes the batch back.
  module Renames
    KEY = :lethe_renames

    def self.watch
      Thread.current[KEY] = []
      yield
    rescue StandardError
      undo
      raise
    ensure
      Thread.current[KEY] = nil
    end

    def self.rename(old, new)
      File.rename(old, new)
      (Thread.current[KEY] || []).push([old, new])
    end

    def self.undo
      Thread.current[KEY].reverse_each { |old, new| File.rename(new, old) if File.exist?(new) }
    end
    private_class_method :undo
  end
end
