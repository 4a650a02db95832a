/** The only door of the Greenhouse plugin. */
export type { Answer, Call, HttpPort } from './http-port.ts';
export { greenhouseHost } from './host.ts';
export type { Version } from './host.ts';
export { greenhouseProfile } from './profile.ts';
export { greenhousePages } from './pages-shown.ts';
export { greenhouseOptionsSchema } from './options.ts';
export type { GreenhouseHostOptions, GreenhouseOptions } from './options.ts';
export { dossierIdOf, personIdOf } from './ids.ts';
export { governed } from './governor/governor.ts';
export { greenhousePace } from './governor/pace.ts';
export { keyTransport } from './transport/key-transport.ts';
export { oauthTransport } from './transport/oauth-transport.ts';
export { isSignedBy } from './webhook/signature.ts';
export { SeenEvents } from './webhook/seen.ts';
export { greenhouseEvent } from './webhook/event.ts';
export type { GreenhouseEvent } from './webhook/event.ts';
