import type { LedgerEntry, LedgerPosition } from '../ledger-entry.ts';
import { ledgerEntrySchema } from '../ledger-schema.ts';
import { verifyLedger } from '../ledger.ts';
import type { LedgerFault } from '../ledger-walk.ts';
import type { Certificate } from './schema.ts';

/** What a ledger says about a certificate. */
export interface LedgerSaid {
  /** What is wrong with the ledger itself. */
  readonly fault?: LedgerFault;
  /** Whether the entries the certificate names are there, with their hashes. */
  readonly positions: boolean;
  /** Whether it says that this file was issued, and that its key was made. */
  readonly issued: boolean;
  readonly key: boolean;
  /** Editions of the run's certificate that were issued after this one. */
  readonly later: number;
}

/** Follows a ledger from its first entry to its last and compares it with a certificate. `digest` is that of the certificate's file. */
export async function ledgerOn(
  entries: AsyncIterable<unknown> | Iterable<unknown>,
  certificate: Certificate,
  digest: string,
): Promise<LedgerSaid> {
  const seen = new Seen(certificate, digest);
  const verdict = await verifyLedger(watched(entries, seen));
  return { ...(verdict.ok ? {} : { fault: verdict.because }), ...seen.said };
}

async function* watched(entries: AsyncIterable<unknown> | Iterable<unknown>, seen: Seen): AsyncGenerator {
  for await (const raw of entries) {
    const entry = ledgerEntrySchema.safeParse(raw);
    if (entry.success) seen.take(entry.data);
    yield raw;
  }
}

/** What was seen of one certificate in the ledger. */
class Seen {
  readonly #certificate: Certificate;
  readonly #digest: string;
  readonly #wanted: LedgerPosition[];
  #found = 0;
  #runEnd: LedgerPosition | undefined;
  #issued = false;
  #key = false;
  #later = 0;

  constructor(certificate: Certificate, digest: string) {
    this.#certificate = certificate;
    this.#digest = digest;
    const { main, ended } = certificate.ledger;
    this.#wanted = [main, ended, ...certificate.checks.map(({ ledger }) => ledger)];
  }

  get said(): Omit<LedgerSaid, 'fault'> {
    const { run } = this.#certificate.ledger;
    const isEnd = run?.seq === this.#runEnd?.seq && run?.hash === this.#runEnd?.hash;
    return {
      positions: this.#found === this.#wanted.length && isEnd,
      ...{ issued: this.#issued, key: this.#key, later: this.#later },
    };
  }

  take({ seq, hash, chain, fact }: LedgerEntry): void {
    const { run, key } = this.#certificate;
    if (chain === run) this.#runEnd = { seq, hash };
    if (chain !== undefined) return;
    this.#found += this.#wanted.filter((one) => one.seq === seq && one.hash === hash).length;
    if (fact.what === 'certificate-key-made' && fact.digest === key) this.#key = true;
    if (fact.what !== 'certificate-issued' || fact.run !== run) return;
    if (fact.digest === this.#digest) this.#issued = true;
    else if (this.#issued) this.#later += 1;
  }
}
