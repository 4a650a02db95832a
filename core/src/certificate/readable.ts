import type { LedgerPosition } from '../ledger-entry.ts';
import type { Certificate } from './schema.ts';
import { checkLines } from './readable-checks.ts';
import { leftLines } from './readable-left.ts';
import { filled, line, momentText } from './readable-line.ts';
import type { Line } from './readable-line.ts';
import type { CertificateWords } from './words/certificate-words.ts';

/** A part of a certificate as it is read. */
export interface ReadableSection {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A certificate as it is read, on a screen or in a document. */
export interface ReadableCertificate {
  readonly title: string;
  /** What it comes to, in one sentence. */
  readonly says: string;
  readonly sections: readonly ReadableSection[];
}

/** Everything a certificate says, in somebody's language. `digest` is that of its file. */
export function readableCertificate(one: Certificate, words: CertificateWords, digest: string): ReadableCertificate {
  const { sections: titles } = words;
  const sections = [
    { title: titles.about, lines: aboutLines(one, words) },
    { title: titles.when, lines: whenLines(one, words) },
    { title: titles.done, lines: doneLines(one, words) },
    { title: titles.left, lines: leftLines(one, words) },
    { title: titles.kept, lines: keptLines(one, words) },
    { title: titles.checks, lines: checkLines(one, words) },
    { title: titles.basis, lines: basisLines(one, words) },
    { title: titles.trust, lines: trustLines(one, words, digest) },
  ];
  return { title: words.title, says: words.states[one.state], sections };
}

function aboutLines({ run, edition, issued, host, covers, replays }: Certificate, words: CertificateWords): Line[] {
  const { labels } = words;
  return [
    line(labels.run, run),
    line(labels.edition, String(edition)),
    line(labels.issued, momentText(issued)),
    line(labels.host, `${host.name} (${host.kind})`),
    line(labels.covers, words.covers[covers]),
    ...(replays === undefined ? [] : [line(labels.replays, replays)]),
  ];
}

function whenLines({ times }: Certificate, { labels }: CertificateWords): Line[] {
  return (['reviewed', 'approved', 'started', 'ended'] as const).map((time) =>
    line(labels[time], momentText(times[time])),
  );
}

function doneLines({ spots, steps }: Certificate, words: CertificateWords): Line[] {
  const { labels } = words;
  return [
    line(labels.spots, String(spots)),
    line(labels.planned, String(steps.planned)),
    line(labels.proven, String(steps.proven)),
    line(labels.claimed, String(steps.claimed)),
    ...steps.kinds.map(({ kind, planned, ends }) => {
      const proven = (ends.clean ?? 0) + (ends['already-clean'] ?? 0);
      return line(words.kinds[kind], filled(words.share, { proven, planned }));
    }),
  ];
}

function keptLines({ kept }: Certificate, words: CertificateWords): Line[] {
  const reasons = (['uninvolved', 'rule', 'already-clean', 'ambiguous', 'goes-with-case'] as const).filter(
    (why) => (kept[why] ?? 0) > 0,
  );
  if (reasons.length === 0) return [line(undefined, words.none)];
  return reasons.map((why) => line(words.kept[why], String(kept[why])));
}

function basisLines(one: Certificate, words: CertificateWords): Line[] {
  const { labels } = words;
  const at = ({ seq, hash }: LedgerPosition): string => filled(words.position, { seq, hash });
  const { main, ended, run } = one.ledger;
  return [
    line(labels.plan, one.plan.digest),
    line(labels.rules, `${one.rules.name}, ${one.rules.digest}`),
    line(labels.tallies, filled(words.tallies, one.tallies)),
    line(labels.installation, one.installation),
    line(labels.ledgerEnded, at(ended)),
    ...(run === undefined ? [] : [line(labels.ledgerRun, at(run))]),
    line(labels.ledgerMain, at(main)),
  ];
}

function trustLines({ key, account, receipt }: Certificate, words: CertificateWords, digest: string): Line[] {
  const { labels } = words;
  return [
    ...words.proves.map((sentence) => line(undefined, sentence)),
    line(labels.key, key),
    line(labels.file, digest),
    line(labels.account, account),
    line(labels.receipt, receipt ?? words.none),
  ];
}
