require 'openssl'

module Lethe
  # The way from Redmine's menus to Lethe's server: where it is, and the word that vouches for who takes it. See README.md.
  module Entry
    # How many people may be named at once, and for how many seconds a word is good.
    MOST = 5
    SECONDS = 60
    ADDRESS = %r{\Ahttps?://[^/?#@\s]+\z}.freeze
    HOST = /\A[a-z0-9-]{1,40}\z/.freeze
    SECRET = /\A[\w-]{43,}\z/.freeze

    # Whether an administrator said where Lethe's server is, and with what to sign.
    def self.open?
      address.match?(ADDRESS) && host.match?(HOST) && secret.match?(SECRET)
    end

    def self.address
      setting('entry_address').strip.chomp('/')
    end

    def self.host
      setting('entry_host').strip
    end

    def self.secret?
      setting('entry_secret').present?
    end

    # Says for the server that this account comes in now, for these people. Ids alone; good once.
    def self.word(user, people)
      now = Time.now.to_i
      said = { :host => host, :audience => address, :by => user.id.to_s, :people => people.map(&:to_s),
               :issued => now, :expires => now + SECONDS, :nonce => SecureRandom.urlsafe_base64(24) }
      signed = "lethe1.#{encoded(said.to_json)}"
      "#{signed}.#{encoded(OpenSSL::HMAC.digest('SHA256', secret, signed))}"
    end

    # The settings as they are to be kept: the secret stays unless a new one was typed, and is sealed where Redmine has a key for that.
    def self.kept(settings)
      typed = settings.delete('secret_password').to_s.strip
      forget = settings.delete('forget_secret') == '1'
      return settings.merge('entry_secret' => '') if forget

      settings.merge('entry_secret' => typed.empty? ? setting('entry_secret') : Redmine::Ciphering.encrypt_text(typed))
    end

    def self.secret
      Redmine::Ciphering.decrypt_text(setting('entry_secret')).to_s
    end

    def self.setting(name)
      settings = Setting.plugin_lethe
      settings.is_a?(Hash) ? settings[name].to_s : ''
    end

    def self.encoded(bytes)
      Base64.urlsafe_encode64(bytes, :padding => false)
    end
    private_class_method :secret, :setting, :encoded
  end
end
