# Two small pages that show the command to run. They change nothing.
class LethePagesController < ApplicationController
  layout :layout_of
  before_action :require_login, :must_be_allowed

  def index
    @command = 'lethe find --host redmine ADDRESS'
  end

  def user
    @user = User.logged.find(params[:id])
  rescue ActiveRecord::RecordNotFound
    render_404
  end

  private

  def layout_of
    action_name == 'index' && User.current.admin? ? 'admin' : 'base'
  end

  def must_be_allowed
    render_403 unless Lethe::Access.reason_for(User.current)
  end
end
