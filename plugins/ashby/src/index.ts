/** The only door of the Ashby plugin. */
export type { Answer, Call, Endpoint, HttpPort } from './http-port.ts';
export { ashbyHost } from './host.ts';
export { ashbyProfile } from './profile.ts';
export { ashbyPages } from './pages-shown.ts';
export { ashbyOptionsSchema } from './options.ts';
export type { AshbyHostOptions, AshbyOptions } from './options.ts';
export { dossierIdOf, personIdOf } from './ids.ts';
export { governed } from './governor/governor.ts';
export { ashbyPace } from './governor/pace.ts';
export { ashbyTransport } from './transport/ashby-transport.ts';
export { eventIn, isFromAshby } from './webhook.ts';
export type { AshbyEvent } from './webhook.ts';
