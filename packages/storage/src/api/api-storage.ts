import type { LedgerEntry } from '@lethe/core';

import type { OwningDesk } from '../runs/own-run.ts';
import { AddedHosts } from './added-hosts.ts';
import { Allowances } from './allowances.ts';
import { Approvals } from './approvals.ts';
import { Inquiries } from './inquiries.ts';
import { KillSwitch } from './kill-switch.ts';
import { ledgerPage, type LedgerPage } from './ledger-pages.ts';
import { runRows, type RunRow, type RunRowFilter } from './run-rows.ts';

/** What only the server's API keeps. */
export interface ApiStorage {
  readonly hosts: AddedHosts;
  readonly inquiries: Inquiries;
  readonly approvals: Approvals;
  readonly allowances: Allowances;
  readonly killSwitch: KillSwitch;
  ledgerPage(page: LedgerPage): Promise<readonly LedgerEntry[]>;
  /** Runs without their plans, for lists. */
  runRows(filter: RunRowFilter): Promise<readonly RunRow[]>;
}

/** The API's part of the storage. */
export function apiStorageOn({ database, committer, keys, presence }: OwningDesk): ApiStorage {
  return {
    hosts: new AddedHosts(database, committer, keys),
    inquiries: new Inquiries(database, presence),
    approvals: new Approvals(database, committer),
    allowances: new Allowances(database, committer),
    killSwitch: new KillSwitch(database, committer),
    ledgerPage: async (page) => ledgerPage(database, page),
    runRows: async (filter) => runRows(database, filter),
  };
}
