/** The only door of the Lever plugin. */
export type { Answer, Call, HttpPort } from './http-port.ts';
export { leverHost } from './host.ts';
export { leverProfile } from './profile.ts';
export { leverPages } from './pages-shown.ts';
export { leverOptionsSchema } from './options.ts';
export type { LeverHostOptions, LeverOptions } from './options.ts';
export { dossierIdOf, personIdOf } from './ids.ts';
export { governed } from './governor/governor.ts';
export { leverPace } from './governor/pace.ts';
export { leverTransport } from './transport/lever-transport.ts';
