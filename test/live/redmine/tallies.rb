# Prints what reports count, as Redmine's own models see it: numbers of things and sums, by every dimension a report groups by.
require 'json'

def by(relation, *columns)
  relation.group(*columns).count.map { |keys, number| [Array(keys).join(' / '), number] }.sort.to_h
end

month = "strftime('%Y-%m', created_on)"
puts JSON.generate(
  'issues' => by(Issue, :project_id, :tracker_id, :status_id, :priority_id),
  'issues by author' => by(Issue, :author_id),
  'issues by month' => by(Issue, Arel.sql(month)),
  'notes' => by(Journal, :journalized_id),
  'changes' => by(JournalDetail, :journal_id, :property, :prop_key),
  'hours' => TimeEntry.group(:project_id, :user_id).sum(:hours).map { |key, sum| [key.join(' / '), sum] }.to_h,
  'accounts' => User.count,
  'wiki versions' => by(WikiContentVersion, :page_id),
  'news' => News.count,
  'comments' => Comment.count,
  'messages' => by(Message, :board_id),
  'documents' => Document.count,
  'companies' => by(CustomValue.joins(:custom_field).where(:custom_fields => { :name => 'Company' }), :value)
)
