module Lethe
  # Who may use Lethe: administrators, and members of the groups named on the plugin's settings page.
  module Access
    # 'administrator', 'group', or nil for somebody who may not.
    def self.reason_for(user)
      return nil unless user && user.logged? && user.active?
      return 'administrator' if user.admin?

      'group' if (user.group_ids & group_ids).any?
    end

    # Whether somebody may come in from Redmine's own menus: a member of a named group. Administering Redmine is not enough.
    def self.agent?(user)
      user.is_a?(User) && user.logged? && user.active? && (user.group_ids & group_ids).any?
    end

    def self.group_ids
      settings = Setting.plugin_lethe
      Array(settings.is_a?(Hash) && settings['group_ids']).map(&:to_i) - [0]
    end
  end
end
