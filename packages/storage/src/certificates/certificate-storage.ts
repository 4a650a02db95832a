import { accountCommitment } from '@lethe/core/certificate';
import type { RunRecord } from '@lethe/core';

import type { OwningDesk } from '../runs/own-run.ts';
import { findEdition, runsToCertify, type IssuedCertificate } from './editions.ts';
import { issueCertificate, type Certified } from './issue.ts';
import { LaterChecks } from './later-checks.ts';
import { makeReceipt } from './receipts.ts';
import { certificateKeys, keyCalled, renewKey, type CertificateKey } from './signing-keys.ts';

/** Certificates of runs, what they are signed with, and what is looked at again after a run. */
export interface CertificateStorage {
  /** Public keys, the one that signs first; none before the first certificate. */
  keys(): Promise<readonly CertificateKey[]>;
  /** Signs with another key from now on. */
  renewKey(by: string): Promise<void>;
  /** The edition of that number, or the newest. */
  edition(run: string, edition?: number): Promise<IssuedCertificate | undefined>;
  /** Runs that have ended as done, and have no certificate or one that does not tell of everything. */
  toIssue(most: number): Promise<readonly string[]>;
  /** The newest edition once it tells of everything. */
  issue(certified: Certified): Promise<IssuedCertificate>;
  /** The secret that is handed to the person, once; nothing the second time. */
  makeReceipt(run: string, by: string): Promise<string | undefined>;
  readonly checks: LaterChecks;
  /** The commitment to an account that the certificate of that run has, if it is about that account. */
  accountOf(run: RunRecord, person: string): Promise<string | undefined>;
}

/** Certificates on an open database. */
export function certificateStorageOn(desk: OwningDesk): CertificateStorage {
  const { database } = desk;
  return {
    keys: async () => certificateKeys(database),
    renewKey: async (by) => renewKey(desk, by),
    edition: async (run, edition) => findEdition(database, run, edition),
    toIssue: async (most) => runsToCertify(database, most),
    issue: async (certified) => issueCertificate(desk, certified),
    makeReceipt: async (run, by) => makeReceipt(desk, run, by),
    checks: new LaterChecks(desk),
    accountOf: async (run, person) => {
      const first = await findEdition(database, run.id, 1);
      if (first === undefined) return undefined;
      const { key, installation } = first.certificate;
      const { commitments } = await keyCalled(desk, key);
      return accountCommitment(commitments, { installation, run: run.id, host: run.plan.host, person });
    },
  };
}
