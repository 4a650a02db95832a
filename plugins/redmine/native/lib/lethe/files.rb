require 'fileutils'

module Lethe
  # Attached files on the disk. Redmine stores equal files once, so several rows may share one.
  module Files
    # Why the file of this row cannot be renamed or deleted, or nil.
    def self.rename_refusal(row)
      path = path_of(row)
      return nil if path.nil? || !File.exist?(path) || File.writable?(File.dirname(path))

      'Redmine may not write in its files directory: give its account the right and repeat'
    end

    # Deletes the file unless another row shares it, and its thumbnails.
    def self.delete(row)
      path = path_of(row)
      File.delete(path) if path && sharing(row).none? && File.exist?(path)
      delete_thumbnails(row) if row['digest'].present? && others(row).where(:digest => row['digest']).none?
    end

    # Gives the file a name that says nothing, for every row that shares it. Safe to repeat after a crash in the middle.
    def self.neutralize(row)
      return if neutral?(row) || row['disk_filename'].blank?

      name = neutral_name(row)
      old, new = path_of(row), File.join(File.dirname(path_of(row)), name)
      Renames.rename(old, new) if File.exist?(old)
      rows_of(row).update_all(:disk_filename => name)
    end

    def self.neutral?(row)
      row['disk_filename'].to_s.match?(/\A\d{12}_lethe\d+(\.[a-z0-9]{1,5})?\z/)
    end

    def self.neutral_name(row)
      ending = File.extname(row['disk_filename']).downcase
      time = (row['created_on'] || Time.at(0)).strftime('%y%m%d%H%M%S')
      "#{time}_lethe#{row['id']}#{ending if ending.match?(/\A\.[a-z0-9]{1,5}\z/)}"
    end

    def self.path_of(row)
      return nil if row['disk_filename'].blank?

      File.join(Attachment.storage_path, row['disk_directory'].to_s, row['disk_filename'])
    end

    # All rows on the same file, this one included.
    def self.rows_of(row)
      Rows.of('attachments').where(:disk_filename => row['disk_filename'], :disk_directory => row['disk_directory'])
    end

    def self.sharing(row)
      rows_of(row).where.not(:id => row['id'])
    end

    def self.others(row)
      Rows.of('attachments').where.not(:id => row['id'])
    end

    def self.delete_thumbnails(row)
      Dir.glob(File.join(Attachment.thumbnails_storage_path, "#{row['digest']}_#{row['filesize']}_*.thumb")).each { |path| File.delete(path) }
    end

    private_class_method :rows_of, :sharing, :others, :delete_thumbnails, :neutral_name
  end
end
