# Two small pages that show the command to run, and the one that leads to Lethe's server. They change nothing in Redmine.
class LethePagesController < ApplicationController
  layout :layout_of
  before_action :require_login
  before_action :must_be_allowed, :except => :entry
  before_action :must_be_agent, :only => :entry

  def index
    @command = 'lethe find --host redmine ADDRESS'
  end

  def user
    @user = User.logged.find(params[:id])
  rescue ActiveRecord::RecordNotFound
    render_404
  end

  # Asked for by POST with Redmine's own token, so that no other site can have somebody's browser ask.
  def entry
    people = people_named
    return render_404 if people.empty?
    return render_error(:message => l(:text_lethe_most, :count => Lethe::Entry::MOST), :status => 422) if people.size > Lethe::Entry::MOST

    @word = Lethe::Entry.word(User.current, people.map(&:id))
    response.headers['Cache-Control'] = 'no-store'
    # Lethe believes a word from Redmine's own pages alone, so the browser has to say where it comes from; but not which page.
    response.headers['Referrer-Policy'] = 'origin'
  end

  private

  def layout_of
    action_name == 'index' && User.current.admin? ? 'admin' : 'base'
  end

  def must_be_allowed
    render_403 unless Lethe::Access.reason_for(User.current)
  end

  def must_be_agent
    render_403 unless Lethe::Access.agent?(User.current) && Lethe::Entry.open?
  end

  # Everybody named, or nobody where one of them is no account.
  def people_named
    ids = Array(params[:ids]).map(&:to_s).uniq
    return [] unless ids.all? { |id| id.match?(/\A[0-9]{1,9}\z/) }

    people = User.logged.where(:id => ids).to_a
    people.size == ids.size ? people : []
  end
end
