# Registers Lethe's part inside Redmine. Everything it can do is listed in README.md.

Redmine::Plugin.register :lethe do
  name 'Lethe'
  author 'The Lethe authors'
  description 'Lets Lethe anonymize a person in what Redmine\'s REST API does not reach'
  version Lethe::VERSION
  requires_redmine :version_or_higher => '5.0'

  # Off for everyone but administrators until a group is named here.
  settings :default => { 'group_ids' => [], 'entry_address' => '', 'entry_host' => '', 'entry_secret' => '' }, :partial => 'settings/lethe'

  menu :admin_menu, :lethe, { :controller => 'lethe_pages', :action => 'index' },
       :caption => :label_lethe_menu, :html => { :class => 'icon icon-user' }
end

# Naming it loads it, and loading is what registers a listener.
Lethe::Hooks

SettingsController.prepend(Lethe::KeptSecret) unless SettingsController.include?(Lethe::KeptSecret)
