import type { LedgerEntry } from '@lethe/core';

import type { OwningDesk } from '../runs/own-run.ts';
import { HostEntries } from '../entry/host-entries.ts';
import { AddedHosts } from './added-hosts.ts';
import { Allowances } from './allowances.ts';
import { Approvals } from './approvals.ts';
import { Inquiries } from './inquiries.ts';
import { KillSwitch } from './kill-switch.ts';
import { ledgerPage, type LedgerPage } from './ledger-pages.ts';
import { runRows, type RunRow, type RunRowFilter } from './run-rows.ts';
import { weeklyFigures, type WeekFigures, type WeekFilter } from './weekly-figures.ts';

/** What only the server's API keeps. */
export interface ApiStorage {
  readonly hosts: AddedHosts;
  /** The ways in from hosts' own menus. */
  readonly entries: HostEntries;
  readonly inquiries: Inquiries;
  readonly approvals: Approvals;
  readonly allowances: Allowances;
  readonly killSwitch: KillSwitch;
  ledgerPage(page: LedgerPage): Promise<readonly LedgerEntry[]>;
  /** Runs without their plans, for lists. */
  runRows(filter: RunRowFilter): Promise<readonly RunRow[]>;
  /** Runs and outcomes week by week, for charts. */
  weeks(filter: WeekFilter): Promise<readonly WeekFigures[]>;
}

/** The API's part of the storage. */
export function apiStorageOn({ database, committer, keys, presence, now }: OwningDesk): ApiStorage {
  return {
    entries: new HostEntries({ database, committer, keys, now }),
    hosts: new AddedHosts(database, committer, keys),
    inquiries: new Inquiries(database, presence),
    approvals: new Approvals(database, committer),
    allowances: new Allowances(database, committer),
    killSwitch: new KillSwitch(database, committer),
    ledgerPage: async (page) => ledgerPage(database, page),
    runRows: async (filter) => runRows(database, filter),
    weeks: async (filter) => weeklyFigures(database, filter),
  };
}
