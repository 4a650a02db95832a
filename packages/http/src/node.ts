/** The second door: a client that needs Node. */
export { httpClient, within } from './http-client.ts';
export type { ClientOptions } from './http-client.ts';
