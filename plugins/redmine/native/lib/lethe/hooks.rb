module Lethe
  # The entry "Anonymize user" in Redmine's menus, for members of the groups an administrator named.
  class Hooks < Redmine::Hook::ViewListener
    def view_account_left_bottom(context = {})
      entry_for(context[:user])
    end

    def view_users_form(context = {})
      entry_for(context[:user])
    end

    # The author of an issue, below the issue's own fields.
    def view_issues_show_details_bottom(context = {})
      author = context[:issue].author
      return '' unless drawn_for?(author)

      label = content_tag(:div, "#{l(:label_lethe_user)}:", :class => 'label')
      content_tag(:div, label + content_tag(:div, link_for(author, author.name), :class => 'value'), :class => 'lethe attribute')
    end

    # The list of users, which has no selection of its own before Redmine 5.1.
    def view_layouts_base_body_bottom(context = {})
      controller = context[:controller]
      return '' unless controller.is_a?(UsersController) && controller.action_name == 'index' && Entry.open? && Access.agent?(User.current)

      controller.send(:render_to_string, :partial => 'lethe_pages/user_list')
    end

    private

    def entry_for(user)
      drawn_for?(user) ? content_tag(:p, link_for(user, l(:label_lethe_user))) : ''
    end

    def drawn_for?(user)
      user.is_a?(User) && user.persisted? && user.logged? && Access.agent?(User.current)
    end

    # Leads to Lethe's server where an administrator said where that is, else to the page with the command.
    def link_for(user, text)
      style = 'icon icon-user lethe-anonymize'
      return link_to(text, lethe_user_path(user), :class => style) unless Entry.open?

      link_to(text, lethe_entry_path(:ids => [user.id]), :method => :post, :target => '_blank', :class => style)
    end
  end
end
