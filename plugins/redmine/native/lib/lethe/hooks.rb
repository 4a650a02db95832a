module Lethe
  # The entry "Anonymize user" on a person's page and in its edit form, for those who may use it.
  class Hooks < Redmine::Hook::ViewListener
    def view_account_left_bottom(context = {})
      entry_for(context[:user])
    end

    def view_users_form(context = {})
      entry_for(context[:user])
    end

    private

    def entry_for(user)
      return '' unless user.is_a?(User) && user.persisted? && user.logged? && Access.reason_for(User.current)

      content_tag(:p, link_to(l(:label_lethe_user), lethe_user_path(user), :class => 'icon icon-user lethe-anonymize'))
    end
  end
end
