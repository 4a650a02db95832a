module Lethe
  # groups_users has no number of its own: a row is named `group:person`.
  class GroupMemberships < Table
    def initialize
      super('groups_users', :whose => { 'member' => 't.user_id = :person' },
                            :links => { 'group' => 't.group_id', 'person' => 't.user_id' }, :remove => :always)
    end

    def find(id)
      group, user = id.match(/\A(\d{1,18}):(\d{1,18})\z/).to_a.drop(1)
      group && Rows.load(record.where(:group_id => group, :user_id => user).lock).first
    end

    def id_of(row)
      "#{row['group_id']}:#{row['user_id']}"
    end

    # By way of Redmine, so that memberships that came with the group go too.
    def remove(row)
      user = User.find_by(:id => row['user_id'])
      group = Group.find_by(:id => row['group_id'])
      return group.users.delete(user) if user && group

      record.where(:group_id => row['group_id'], :user_id => row['user_id']).delete_all
    end
  end
end
