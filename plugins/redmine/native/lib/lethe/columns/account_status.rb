module Lethe
  module Columns
    # users.status: 1 active, 3 locked. Nobody can lock everybody out.
    class AccountStatus < Choice
      def initialize
        super('status', %w[1 3])
      end

      def refusal(table, row, text)
        super || (text == '3' ? lockout(row) : nil)
      end

      private

      def lockout(row)
        return 'not an account of a person' unless row['type'] == 'User'
        return 'this is the account that makes the call: use another administrator\'s key' if row['id'] == User.current.id

        'the last active administrator: make somebody else administrator first' if last_administrator?(row)
      end

      def last_administrator?(row)
        row['admin'] && User.active.where(:admin => true).where.not(:id => row['id']).none?
      end
    end
  end
end
