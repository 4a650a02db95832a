import type { LimitSettings } from './limits.ts';
import { plainLimits } from './limits.ts';

/** How a site is set up, and how Jira behaves where its documentation does not tell. Times are seconds. */
export interface Site {
  /** Guard Premium: whether texts can be redacted. */
  readonly guardPremium: boolean;
  /** How far back redaction reaches in the history. */
  readonly redactableDays: number;
  /** Jobs wait a third of this and run for the rest. */
  readonly jobSeconds: number;
  readonly indexLagSeconds: number;
  /** Issues a search gives at most where fields are asked for. */
  readonly pageSize: number;
  /** How much of an issue's lists comes with the issue. */
  readonly embedded: { readonly comments: number; readonly worklogs: number; readonly changelog: number };
  /** Comments a page of `GET comment` holds at most. */
  readonly commentPage: number;
  /** Whether an empty document is taken as the body of a comment. */
  readonly takesEmptyComments: boolean;
  /** Whether `PUT issue` takes one comment operation beside the fields. */
  readonly takesCommentsInIssues: boolean;
  /** Whether customers are mailed when a public comment of their request is edited, `notifyUsers` or not. */
  readonly mailsEditedComments: boolean;
  /** Whether the app itself may use the customer service API, or only people. */
  readonly customersAsApp: boolean;
  /** What JQL does with an account that was deleted. */
  readonly deletedAccountsInJql: 'found' | 'refused';
  /** How the changelog of many issues writes times. */
  readonly changelogTimes: 'iso' | 'epoch';
  /** Properties of issues that JQL knows, by alias: key, and path within the value. */
  readonly aliases: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** How permissions of the app itself are named. */
  readonly appPermission: string;
  readonly timeTracking: boolean;
  readonly limits: LimitSettings;
}

export const forgeApp = {
  appId: '11111111-2222-4333-8444-555555555555',
  environmentId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
};

/** The permission the app brings, as Jira names it. */
export const anonymizePermission = `ari:cloud:ecosystem::extension/${forgeApp.appId}/${forgeApp.environmentId}/static/anonymize-user`;

/** A site as most customers have it. */
export const plainSite: Site = {
  guardPremium: false,
  redactableDays: 10,
  jobSeconds: 1,
  indexLagSeconds: 0,
  pageSize: 100,
  embedded: { comments: 20, worklogs: 20, changelog: 40 },
  commentPage: 100,
  takesEmptyComments: false,
  takesCommentsInIssues: true,
  mailsEditedComments: true,
  customersAsApp: true,
  deletedAccountsInJql: 'found',
  changelogTimes: 'iso',
  aliases: {
    anonymizeUserErasure: ['anonymize-user', 'erasureId'],
    'request-channel-type': ['request.channel.type', 'value'],
  },
  appPermission: anonymizePermission,
  timeTracking: true,
  limits: plainLimits,
};
