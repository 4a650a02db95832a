# What REST cannot make: settings, the administrator's API key, custom field definitions, an issue status.
# Keys come from the environment (install.sh). Safe to repeat.

# Mails about changed accounts would be made in a second thread, which locks SQLite out of the first.
ActiveJob::Base.queue_adapter = :inline

def env!(name)
  ENV[name].presence or abort "#{name} is not set: run install.sh, which makes it up"
end

def allow_rest_and_mail
  Setting.rest_api_enabled = '1'
  Setting.mail_handler_api_enabled = '1'
  Setting.mail_handler_api_key = env!('LETHE_REDMINE_MAIL_KEY')
  Setting.notified_events = []
  Setting.login_required = '0'
  # Redmine then keeps the HTML of long texts in files.
  Setting.cache_formatted_text = '1'
  # Sessions that last, and recovery by mail, exist only with these on.
  Setting.autologin = '365'
  Setting.lost_password = '1'
end

def give_admin_the_key
  admin = User.find_by_login('admin')
  admin.password = admin.password_confirmation = env!('LETHE_REDMINE_PASSWORD')
  admin.must_change_passwd = false
  admin.mail = 'admin@helpdesk.test'
  admin.save!
  admin.api_key
  Token.where(:user_id => admin.id, :action => 'api').update_all(:value => env!('LETHE_REDMINE_KEY'))
end

def field(kind, name, format, more = {})
  kind.find_by_name(name) || kind.create!({ :name => name, :field_format => format }.merge(more))
end

def make_fields
  everywhere = { :is_for_all => true, :trackers => Tracker.all.to_a, :is_filter => true }
  field(UserCustomField, 'Phone', 'string')
  field(UserCustomField, 'Mobile', 'string')
  field(UserCustomField, 'Company', 'string')
  field(UserCustomField, 'About', 'text')
  field(UserCustomField, 'Website', 'link')
  field(IssueCustomField, 'Callback number', 'string', everywhere.merge(:searchable => true))
  field(IssueCustomField, 'Requester', 'user', everywhere)
  field(IssueCustomField, 'Involved', 'user', everywhere.merge(:multiple => true))
  field(IssueCustomField, 'Circumstances', 'text', everywhere.merge(:searchable => true))
  field(ProjectCustomField, 'Account contact', 'string')
  field(TimeEntryCustomField, 'Spoken with', 'string')
  field(VersionCustomField, 'Release contact', 'string')
  field(DocumentCategoryCustomField, 'Shelf owner', 'string')
end

allow_rest_and_mail
give_admin_the_key
make_fields
