/** What we use of a browser's extension API, and no more: https://developer.chrome.com/docs/extensions/reference/api */
declare namespace chrome {
  interface Event<Args extends readonly unknown[]> {
    addListener(listener: (...args: Args) => unknown): void;
  }
  namespace runtime {
    function sendMessage(message: unknown): Promise<unknown>;
    function openOptionsPage(): Promise<void>;
    const onInstalled: Event<[{ readonly reason: string }]>;
    const onMessage: Event<[message: unknown, sender: { readonly id?: string }, answer: (value: unknown) => void]>;
  }
  namespace storage {
    interface Area {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    }
    /** What an administrator laid down for all browsers of the organization. */
    const managed: Area;
    const sync: Area;
  }
  namespace tabs {
    interface Tab {
      readonly url?: string;
    }
    function create(tab: { readonly url: string }): Promise<Tab>;
  }
  namespace permissions {
    function request(wanted: { readonly origins: readonly string[] }): Promise<boolean>;
    function contains(wanted: { readonly origins: readonly string[] }): Promise<boolean>;
  }
  namespace contextMenus {
    interface Clicked {
      readonly linkUrl?: string;
      readonly pageUrl?: string;
    }
    function create(item: {
      readonly id: string;
      readonly title: string;
      readonly contexts: readonly string[];
      readonly documentUrlPatterns: readonly string[];
    }): void;
    const onClicked: Event<[Clicked]>;
  }
  namespace action {
    const onClicked: Event<[tabs.Tab]>;
  }
  namespace i18n {
    function getMessage(name: string, values?: readonly string[]): string;
    function getUILanguage(): string;
  }
}
