/** The only door of the Zendesk plugin. */
export type { Answer, Call, HttpPort } from './http-port.ts';
