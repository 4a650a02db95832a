/** The only door of the Jira plugin. */
export type { Answer, Call, HttpPort } from './http-port.ts';
export { endpoints } from './endpoints.ts';
export type { Endpoint } from './endpoints.ts';
export { jiraHost } from './host.ts';
export { jiraProfile } from './profile.ts';
export { jiraOptionsSchema } from './options.ts';
export type { JiraHostOptions, JiraOptions } from './options.ts';
export { openBook } from './account-book.ts';
export type { AccountBook } from './account-book.ts';
export { governed } from './governor/governor.ts';
export { HourlyPoints } from './governor/hourly-points.ts';
export { jiraTransport } from './transport/jira-transport.ts';
export type { JiraLogin } from './transport/jira-transport.ts';
export { dossierIdOf, issueNumberOf, personIdOf } from './ids.ts';
