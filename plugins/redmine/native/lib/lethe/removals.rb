module Lethe
  # What has to go with a row. Everything else is deleted as it stands, without callbacks: no history, no mail.
  module Removals
    WITH = {
      'attachments' => ->(row) { remove_attachment(row) },
      'imports' => ->(row) { remove_import(row) },
      # By way of Redmine: roles, default assignees and categories go along. It mails nobody.
      'members' => ->(row) { Member.where(:id => row['id']).each(&:destroy) }
    }.freeze

    def self.remove(table, row)
      WITH[table].call(row) if WITH.key?(table)
      yield
    end

    # The file first: if that fails, the row stays and says where the file is.
    def self.remove_attachment(row)
      Files.delete(row)
      # A custom field of the format "file" holds the number of the attachment.
      Rows.of('custom_values').where(:id => row['container_id']).update_all(:value => '') if row['container_type'] == 'CustomValue'
    end

    def self.remove_import(row)
      Rows.of('import_items').where(:import_id => row['id']).delete_all
      File.delete(import_path(row)) if import_path(row) && File.exist?(import_path(row))
    end

    # Redmine names an upload by random hex digits; anything else is not a file of Redmine's.
    def self.import_path(row)
      row['filename'].to_s.match?(/\A[0-9a-f]+\z/) ? File.join(Redmine.root, 'tmp', 'imports', row['filename']) : nil
    end
  end
end
