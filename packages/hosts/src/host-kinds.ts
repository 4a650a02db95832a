import { ashbyKind } from './ashby-kind.ts';
import { greenhouseKind } from './greenhouse-kind.ts';
import type { HostKind } from './host-kind.ts';
import { jiraKind } from './jira-kind.ts';
import { leverKind } from './lever-kind.ts';
import { redmineKind } from './redmine-kind.ts';
import { requestTrackerKind } from './request-tracker-kind.ts';
import { sandboxKind } from './sandbox-kind.ts';
import { zendeskKind } from './zendesk-kind.ts';

/** Every kind of host there is: one a folder of `plugins/`, which a test compares with the disk. */
export const hostKinds: readonly HostKind[] = [
  ashbyKind,
  greenhouseKind,
  jiraKind,
  leverKind,
  redmineKind,
  requestTrackerKind,
  sandboxKind,
  zendeskKind,
];
