# The calls described in README.md. Nothing of a request, of a text or of a database's error reaches the log.
class LetheApiController < ApplicationController
  accept_api_auth :status, :traces, :change, :reread, :may
  skip_before_action :check_if_login_required
  before_action :must_be_allowed

  rescue_from StandardError, :with => :failed
  rescue_from ActiveRecord::StatementTimeout, ActiveRecord::LockWaitTimeout, ActiveRecord::Deadlocked, :with => :locked
  rescue_from Lethe::Rejected, :with => :rejected

  def status
    render :json => { :lethe => Lethe::VERSION, :redmine => Redmine::VERSION::ARRAY.first(3).join('.'), :account => User.current.id.to_s, :allowed => true,
                      :because => Lethe::Access.reason_for(User.current), :limits => Lethe::LIMITS, :unknown => Lethe::OtherTexts.unknown }
  end

  def traces
    body = Lethe::Body.parse(request.raw_post)
    search = Lethe::Search.new(**Lethe::Body.search(body))
    walk = Lethe::Body.walk(body)
    render :json => Lethe::Walk.new(search, walk[:tables], walk[:limit]).page(walk[:cursor])
  end

  def change
    batch = Lethe::Batch.new(Lethe::Body.changes(Lethe::Body.parse(request.raw_post)))
    results = batch.run
    tell_log(batch.written)
    render :json => { :results => results }
  end

  def reread
    render :json => { :readings => Lethe::Readings.of(Lethe::Body.rows(Lethe::Body.parse(request.raw_post))) }
  end

  # Whether another account may come in from Redmine's menus now.
  def may
    account = Lethe::Body.account(Lethe::Body.parse(request.raw_post))
    render :json => { :account => account.to_s, :may => Lethe::Access.agent?(User.find_by(:id => account)) }
  end

  private

  # Lets Rails log no parameter, not even its key (a body sent as a form is one long key), and no SQL at debug level.
  def process_action(*)
    request.define_singleton_method(:filtered_parameters) { {} }
    quietly do
      request.parameters
      super
    end
  rescue ActionDispatch::Http::Parameters::ParseError
    # Not `render`: it would parse the parameters again, and Rails would log what it could not parse.
    self.status = 422
    self.content_type = 'application/json'
    self.response_body = { :error => 'rejected', :message => 'the body must be a JSON object' }.to_json
  end

  def quietly
    logger.respond_to?(:silence) && logger.debug? ? logger.silence(Logger::INFO) { yield } : yield
  end

  def must_be_allowed
    return if Lethe::Access.reason_for(User.current)
    return error(401, 'signed-out', signed_out_message) unless User.current.logged?

    error(403, 'not-permitted', 'this account is neither an administrator nor in a group named under Administration > Plugins > Lethe > Configure')
  end

  def signed_out_message
    return 'the REST API is off: switch it on under Administration > Settings > API' unless Setting.rest_api_enabled?

    'no valid API key: send the key of an active account in X-Redmine-API-Key'
  end

  def rejected(exception)
    error(422, 'rejected', exception.message, :at => exception.at)
  end

  def locked(_exception)
    response.headers['Retry-After'] = '2'
    error(503, 'locked', 'the database is busy; nothing was written: send it again')
  end

  # The message of an error may quote what it stumbled over, so only its class and place are kept.
  def failed(exception)
    return locked(exception) if exception.cause.class.name == 'SQLite3::BusyException'

    logger.error("Lethe: #{exception.class} at #{exception.backtrace.first(8).join(' < ')}")
    error(500, 'failed', "a defect of Lethe's part in Redmine; nothing was written. Redmine's log has the place")
  end

  def error(status, code, message, more = {})
    render :json => { :error => code, :message => message }.merge(more.compact), :status => status
  end

  def tell_log(written)
    counts = written.map { |table, count| "#{table} #{count}" }.join(', ')
    logger.info("  Lethe: account #{User.current.id} changed #{written.values.sum} rows (#{counts})")
  end
end
