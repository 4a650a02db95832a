import axios from 'axios';
import { AccountScene } from '../account/account-scene.suite.ts';
import { FakeBrowser } from '../store/fake-browser.suite.ts';
import type { AppDesk } from './app-desk.ts';
import type { BrowserParts } from './browser-parts.ts';
import { deskFor } from './desk-for.ts';
import type { DeskClient } from './parts.ts';

/** What the framework says of the page. */
export interface PageSays {
  readonly role: string;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An account with a person, their tickets, and an agent of the group Privacy at the page. */
export class DeskScene extends AccountScene {
  readonly agent: number;
  readonly ticket: number;
  readonly group: number;
  /** Changed while the page is open. */
  says: PageSays;
  readonly browser: FakeBrowser;
  /** Small notes of the browser. */
  readonly notes = new Map<string, string>();
  /** Set to have every call fail on its way. */
  offline = false;
  /** Told of each call before it is made. */
  beforeCall: (method: string, path: string) => void = () => undefined;

  constructor(name: string) {
    super();
    const { seed } = this;
    this.browser = new FakeBrowser(`lethe ${name}`);
    this.agent = seed.user({ name: 'Ines Okafor', emails: ['ines@helpdesk.test'], role: 'agent' });
    this.group = seed.group('Privacy', [this.agent]);
    this.ticket = seed.ticket({
      by: this.user,
      subject: 'Ada King cannot sign in',
      comments: [
        { by: this.user, text: 'My address is ada.king@lovelace.test.', via: { channel: 'email' } },
        { by: this.agent, text: 'Dear Ada King, we look into it.', public: true },
        { by: this.user, text: 'Thanks, Ada', via: { channel: 'email' } },
      ],
    });
    this.says = {
      role: 'agent',
      groups: [{ id: this.group, name: 'Privacy' }],
      settings: { user_groups: 'Privacy' },
    };
  }

  /** The desk in a tab of that agent's browser. */
  async desk(confirmation = 'ANONYMIZE'): Promise<AppDesk> {
    const subdomain = this.browser.name.replace('lethe ', '');
    return this.during(deskFor(this.#client(subdomain), { confirmation: () => confirmation, browser: this.#parts() }));
  }

  #parts(): BrowserParts {
    return {
      locks: this.browser.locks(),
      crypto,
      notes: {
        getItem: (name) => this.notes.get(name) ?? null,
        setItem: (name, text) => void this.notes.set(name, text),
      },
      persist: async () => true,
      now: () => this.clock.now(),
      wait: async (milliseconds) => this.clock.wait(milliseconds),
    };
  }

  #client(subdomain: string): DeskClient {
    return {
      get: async () => ({
        'currentUser.id': this.agent,
        'currentUser.role': this.says.role,
        'currentUser.groups': this.says.groups,
        errors: {},
      }),
      metadata: async () => ({ settings: this.says.settings }),
      context: async () => ({ account: { subdomain }, location: 'modal' }),
      request: async ({ url, type, contentType, data }) =>
        this.underway(async () => {
          this.beforeCall(type, url);
          const response = this.offline ? offline : await this.#answer({ url, type, contentType, data });
          if (response.status >= 200 && response.status < 300) return response;
          throw Object.assign(new Error('The framework rejects.'), response);
        }),
    };
  }

  async #answer(request: Asked): Promise<{ readonly status: number; readonly responseText: string }> {
    const { data, contentType, type, url } = request;
    const { status, data: responseText } = await axios.request<string>({
      url: `${this.address}${url}`,
      method: type,
      ...(data === undefined ? {} : { data, headers: { 'Content-Type': contentType ?? 'text/plain' } }),
      responseType: 'text',
      transformResponse: (body: unknown) => body,
      validateStatus: () => true,
    });
    return { status, responseText };
  }
}

interface Asked {
  readonly url: string;
  readonly type: string;
  readonly contentType: string | undefined;
  readonly data: string | undefined;
}

const offline = { status: 503, responseText: '' };
