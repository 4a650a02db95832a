scope :format => true, :constraints => { :format => 'json' } do
  get  'lethe/status', :to => 'lethe_api#status'
  post 'lethe/traces', :to => 'lethe_api#traces'
  post 'lethe/change', :to => 'lethe_api#change'
  post 'lethe/reread', :to => 'lethe_api#reread'
  post 'lethe/may',    :to => 'lethe_api#may'
end

get 'lethe', :to => 'lethe_pages#index'
get 'lethe/users/:id', :to => 'lethe_pages#user', :as => 'lethe_user', :constraints => { :id => /\d+/ }
post 'lethe/entry', :to => 'lethe_pages#entry', :as => 'lethe_entry'
