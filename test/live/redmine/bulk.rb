# Many issues and notes of one person, straight into the database, for measuring.
# Reads {"person": 5, "project": 1, "issues": 200, "notes": 4} from stdin (notes are per issue); prints {"issues": [ids]}.
require 'json'

input = JSON.parse(STDIN.read)
made = (1..input['issues']).map do |number|
  time = Time.utc(2026, 1, 1) + number.hours
  Issue.insert_all!([{ :tracker_id => Tracker.first.id, :project_id => input['project'], :subject => "Bulk #{number}", :description => "Text #{number}",
                       :status_id => IssueStatus.first.id, :priority_id => IssuePriority.first.id, :author_id => input['person'],
                       :lft => 1, :rgt => 2, :created_on => time, :updated_on => time }])
  Issue.maximum(:id).tap { |id| Issue.where(:id => id).update_all(:root_id => id) }
end
notes = made.flat_map do |id|
  (1..input['notes']).map do |number|
    { :journalized_id => id, :journalized_type => 'Issue', :user_id => input['person'], :notes => "Note #{number} on #{id}", :created_on => Time.utc(2026, 2, 1) }
  end
end
notes.each_slice(200) { |some| Journal.insert_all!(some) }
puts JSON.generate(:issues => made)
