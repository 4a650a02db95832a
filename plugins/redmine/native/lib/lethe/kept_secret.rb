module Lethe
  # Saves the plugin's settings without ever having shown the secret: Redmine itself would replace all of them by what was posted.
  module KeptSecret
    def plugin
      if request.post? && params[:id] == 'lethe'
        posted = params[:settings] ? params[:settings].permit!.to_h : {}
        params[:settings] = ActionController::Parameters.new(Entry.kept(posted))
      end
      super
    end
  end
end
