import * as counted from './counted-calls.ts';
import type { Counted } from './counted-calls.ts';

/** So many calls in any stretch of so many seconds. */
export interface Limit {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
  readonly counts: Counted;
  /**
   * What a call does that this limit makes wait: `wait` within the governor, or `step-aside`: it is refused, so that whoever makes
   * one call after the other goes on with others. For a limit that may mean ten minutes.
   */
  readonly whenFull: 'wait' | 'step-aside';
  /** Whose number the headers `X-Rate-Limit…` tell: the account's, or that of one kind of calls (`zendesk-ratelimit-…`). */
  readonly told?: 'account' | 'endpoint';
}

/** What the customer bought; the High Volume add-on counts more than the plan. */
export const zendeskPlans = ['team', 'growth', 'professional', 'enterprise', 'enterprise-plus', 'high-volume'] as const;
export type ZendeskPlan = (typeof zendeskPlans)[number];

/** Calls a minute. */
const callsOf: Readonly<Record<ZendeskPlan, number>> = {
  team: 200,
  growth: 400,
  professional: 400,
  enterprise: 700,
  'enterprise-plus': 2500,
  'high-volume': 2500,
};

/**
 * The numbers of https://developer.zendesk.com/api-reference/introduction/rate-limits/, to begin with: headers correct them.
 * Of an unknown plan the smallest is taken.
 */
export function oauthLimits(plan: ZendeskPlan = 'team'): readonly Limit[] {
  const account = callsOf[plan];
  const addOn = plan === 'high-volume';
  return [
    { name: 'account', calls: account, seconds: 60, counts: counted.supportCalls, whenFull: 'wait', told: 'account' },
    {
      name: 'help-center',
      calls: account,
      seconds: 60,
      counts: counted.helpCenterCalls,
      whenFull: 'wait',
      told: 'account',
    },
    {
      name: 'ticket',
      calls: 30,
      seconds: 600,
      counts: counted.updatedTickets,
      whenFull: 'step-aside',
      told: 'endpoint',
    },
    ...endpointLimits(addOn),
  ];
}

/** The same for an app in an agent's browser, which may make 100 calls a minute and 700 in five. */
export function appLimits(plan?: ZendeskPlan): readonly Limit[] {
  return [
    { name: 'app', calls: 100, seconds: 60, counts: counted.everyCall, whenFull: 'wait' },
    { name: 'app-long', calls: 700, seconds: 300, counts: counted.everyCall, whenFull: 'wait' },
    ...oauthLimits(plan),
  ];
}

function endpointLimits(addOn: boolean): readonly Limit[] {
  const endpoint = { whenFull: 'wait', told: 'endpoint' } as const;
  return [
    { name: 'ticket-updates', calls: addOn ? 300 : 100, seconds: 60, counts: counted.ticketUpdates, ...endpoint },
    { name: 'user', calls: 5, seconds: 60, counts: counted.updatedUsers, ...endpoint },
    { name: 'user-updates', calls: 1, seconds: 1, counts: counted.userUpdates, whenFull: 'wait' },
    { name: 'search-exports', calls: 100, seconds: 60, counts: counted.searchExports, ...endpoint },
    {
      name: 'incremental-exports',
      calls: addOn ? 30 : 10,
      seconds: 60,
      counts: counted.incrementalExports,
      ...endpoint,
    },
    { name: 'ticket-deletions', calls: 400, seconds: 60, counts: counted.ticketDeletions, ...endpoint },
    { name: 'final-user-deletions', calls: 700, seconds: 600, counts: counted.finalUserDeletions, ...endpoint },
  ];
}
