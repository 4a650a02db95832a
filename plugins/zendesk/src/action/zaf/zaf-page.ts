import type { ZafClient } from '../../transport/zaf-transport.ts';
import type { ZafReader } from '../permission/zaf-reader.ts';

/** Where the framework put this page. */
interface ZafContext {
  readonly location: string;
  readonly instanceGuid?: string;
}

/** Another page of this app, such as a modal it opened. */
interface ZafInstance {
  on(event: string, handler: () => void): void;
}

/** All the screens use of the client of Zendesk's app framework, https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/. */
export interface ZafPage extends ZafClient, ZafReader {
  context(): PromiseLike<ZafContext>;
  invoke(name: string, ...args: readonly unknown[]): PromiseLike<Readonly<Record<string, unknown>>>;
  instance(guid: string): ZafInstance;
  on(event: string, handler: (value?: unknown) => void): void;
}
