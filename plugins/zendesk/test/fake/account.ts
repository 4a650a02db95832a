import type { LimitSettings } from './limits.ts';

/** How an account is set up, and how Zendesk behaves where its documentation does not tell. Times are seconds. */
export interface Account {
  readonly subdomain: string;
  readonly agentWorkspace: boolean;
  /** "Agents can delete tickets and redact content". */
  readonly ticketDeletion: boolean;
  readonly ccsAndFollowers: boolean;
  readonly sideConversations: boolean;
  readonly voice: boolean;
  readonly helpCenter: boolean;
  /** Keys of custom objects. */
  readonly customObjects: readonly string[];
  /** Whether two records of an object may not have the same external id. */
  readonly uniqueExternalIds: boolean;
  /** The name a role's right to redact goes by in `configuration`, if the account shows it. */
  readonly redactionRight: string | null;
  readonly lastAddressDeletable: boolean;
  readonly redactionCountsAsUpdate: boolean;
  /** Which property of a user, set to nothing, takes the picture away. */
  readonly clearsPhoto: readonly ('photo' | 'remote_photo_url')[];
  readonly archivedInLists: boolean;
  readonly jobSeconds: number;
  readonly indexLagSeconds: number;
  /** Until the mail as it came in is scrubbed. */
  readonly scrubSeconds: number;
  /** Whether a 429 says when to come back. */
  readonly saysRetryAfter: boolean;
  readonly limits: LimitSettings;
}

/** An account as large customers have it, with everything an erasure needs switched on. */
export const plainAccount: Account = {
  subdomain: 'invented',
  agentWorkspace: true,
  ticketDeletion: true,
  ccsAndFollowers: true,
  sideConversations: true,
  voice: false,
  helpCenter: true,
  customObjects: [],
  uniqueExternalIds: true,
  redactionRight: null,
  lastAddressDeletable: true,
  redactionCountsAsUpdate: true,
  clearsPhoto: ['photo', 'remote_photo_url'],
  archivedInLists: true,
  jobSeconds: 1,
  indexLagSeconds: 0,
  scrubSeconds: 0,
  saysRetryAfter: true,
  limits: { enforced: false, perMinute: 700, highVolume: false, windows: 'fixed' },
};
