module Lethe
  # A request that is malformed: the caller's mistake. `at` names the place; neither holds anything of the request's content.
  class Rejected < StandardError
    attr_reader :at

    def initialize(message, at = nil)
      super(message)
      @at = at
    end
  end
end
