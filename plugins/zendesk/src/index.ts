/** The only door of the Zendesk plugin. */
export type { Answer, Call, HttpPort } from './http-port.ts';
export { zendeskHost } from './host.ts';
export { zendeskProfile } from './profile.ts';
export { zendeskOptionsSchema } from './options.ts';
export type { ZendeskHostOptions, ZendeskOptions } from './options.ts';
export { personIdOf, ticketDossierId, userNumberOf } from './ids.ts';
