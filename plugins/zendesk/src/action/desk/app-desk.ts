import type { LedgerEntry } from '@lethe/core';
import type { Desk } from '@lethe/review';
import type { AccountRecords } from '../account/account-records.ts';
import type { GroupSetting } from '../permission/group-setting.ts';

/** The desk of one agent in their browser, and what only the app needs of it. */
export interface AppDesk extends Desk {
  /** What the account keeps for all agents: runs, badges. */
  readonly account: AccountRecords;
  /** The setting that says who may use the app. */
  readonly groups: GroupSetting;
  /** Entries of that setting that fit no group of the account, for an administrator to correct. Makes a call. */
  unknownGroups(): Promise<readonly string[]>;
  /** Lets the waits of a run end now. To be called after `ReviewFlow.stop()`. */
  hurry(): void;
  /** This browser's ledger, from its first entry. */
  ledger(): AsyncIterable<LedgerEntry>;
  /** Gives the database and all locks back. */
  close(): Promise<void>;
}
