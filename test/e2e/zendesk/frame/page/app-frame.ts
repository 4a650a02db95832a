import { messageIn, recordOf, valueAt, type AppMessage } from './messages.ts';
import { forwarded } from './requests.ts';
import type { Standing } from './standing.ts';

/** What a frame asks of the page around it. */
export interface Surroundings {
  readonly standing: Standing;
  /** Carries out an action of `client.invoke`. Gives what the action answers. */
  invoke(frame: AppFrame, action: string, args: readonly unknown[]): unknown;
  /** Passes a trigger on to another frame. */
  trigger(guid: string, event: string, message: unknown): void;
}

/** One frame with the app in it, spoken to as Zendesk speaks to it. */
export class AppFrame {
  readonly element: HTMLIFrameElement;
  readonly guid: string;
  readonly location: string;
  readonly #around: Surroundings;
  readonly #subscribed = new Set<string>();

  constructor(around: Surroundings, location: string, url: string) {
    this.#around = around;
    this.location = location;
    this.guid = crypto.randomUUID();
    this.element = document.createElement('iframe');
    this.element.title = 'Lethe';
    this.element.dataset['location'] = location;
    this.element.src = this.#addressOf(url);
    addEventListener('message', this.#hear);
  }

  /** Takes the frame off the page. */
  remove(): void {
    removeEventListener('message', this.#hear);
    this.element.remove();
  }

  /** Tells the app of an event, if it listens. `instance` names the frame the event is about, unless it is this one. */
  tell(event: string, message: unknown = {}, instance?: string): void {
    if (!this.#subscribed.has(`${instance ?? this.guid}:${event}`)) return;
    this.#post({ key: `zaf.${event}`, message, ...(instance === undefined ? {} : { instanceGuid: instance }) });
  }

  #addressOf(url: string): string {
    const address = new URL(url, `${this.#around.standing.appAddress}/`);
    address.searchParams.set('origin', location.origin);
    address.searchParams.set('app_guid', this.guid);
    address.searchParams.set('colorScheme', this.#around.standing.colorScheme);
    return address.href;
  }

  #post(message: object): void {
    this.element.contentWindow?.postMessage(JSON.stringify(message), this.#around.standing.appAddress);
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.element.contentWindow) return;
    const message = messageIn(event.data);
    if (message !== undefined) this.#answer(message);
  };

  #answer(message: AppMessage): void {
    const { key = '', instanceGuid = this.guid } = message;
    if (key === 'iframe.handshake') this.#register();
    else if (key.startsWith('iframe.on:')) this.#subscribe(instanceGuid, key.slice('iframe.on:'.length));
    else if (key.startsWith('iframe.off:'))
      this.#subscribed.delete(`${instanceGuid}:${key.slice('iframe.off:'.length)}`);
    else if (key.startsWith('iframe.trigger:'))
      this.#around.trigger(instanceGuid, key.slice('iframe.trigger:'.length), message.message);
    else if (/^request:\d+$/u.test(key))
      void forwarded(message.message).then(({ ok, args }) =>
        this.#post({ key: `zaf.${key}.${ok ? 'done' : 'fail'}`, message: { responseArgs: args } }),
      );
    else if (message.request === 'get')
      void readNow(message.params).then((result) => this.#post({ id: message.id, result }));
    else if (message.request === 'invoke') this.#post({ id: message.id, result: this.#invoke(message.params) });
  }

  /** Whoever listens for the page being shown hears of it at once, as it is. */
  #subscribe(guid: string, event: string): void {
    this.#subscribed.add(`${guid}:${event}`);
    if (event === 'app.activated') this.tell(event, { firstLoad: true });
  }

  #register(): void {
    const { subdomain, settings, about } = this.#around.standing;
    const context = {
      instanceGuid: this.guid,
      product: 'support',
      account: { subdomain },
      location: this.location,
      ...about,
    };
    const metadata = { appId: 1, installationId: 7, name: 'Lethe', version: '0.1.0', settings };
    this.#post({ key: 'zaf.app.registered', message: { metadata, context } });
  }

  #invoke(params: unknown): object {
    const results = Object.entries(recordOf(params)).map(([action, args]) => {
      const list: readonly unknown[] = Array.isArray(args) ? args : [];
      return [action, this.#around.invoke(this, action, list)] as const;
    });
    return { ...Object.fromEntries(results), errors: {} };
  }
}

/** What the help desk shows now, at each of the paths: an administrator may have changed something since the page was drawn. */
async function readNow(params: unknown): Promise<object> {
  const answer = await fetch(`/desk/values${location.pathname}`);
  const values = recordOf(await answer.json());
  const result: Record<string, unknown> = {};
  const errors: Record<string, object> = {};
  for (const path of Array.isArray(params) ? params.map(String) : []) {
    const found = valueAt(values, path);
    if ('error' in found) errors[path] = found.error;
    else result[path] = found.value;
  }
  return { ...result, errors };
}
