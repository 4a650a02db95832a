/** The only door of the Zendesk plugin. */
export type { Answer, Call, HttpPort } from './http-port.ts';
export { zendeskHost } from './host.ts';
export { zendeskProfile } from './profile.ts';
export { zendeskOptionsSchema } from './options.ts';
export type { ZendeskHostOptions, ZendeskOptions } from './options.ts';
export { personIdOf, ticketDossierId, userNumberOf } from './ids.ts';
export { governed } from './governor/governor.ts';
export { oauthLimits, zendeskPlans } from './governor/limits.ts';
export { zendeskTransport } from './transport/zendesk-transport.ts';
export { TokenEndpoint } from './oauth/token-endpoint.ts';
export { beginSignIn } from './oauth/sign-in.ts';
export { credentialTokens, signedInTokens } from './oauth/tokens.ts';
