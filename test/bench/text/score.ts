import { type Finder, type IdentifierKind, finderFor, identifierKinds, identifiersFrom, Personal } from '@lethe/core';
import { identifiersOf, type Marked, type SpanCase } from './cases.ts';
import { Tally } from './tally.ts';

/** What was seen in the cases of one file. */
export interface Score {
  /** Mentions that follow from the identifiers and went wholly. */
  readonly mentions: Tally;
  /** Letters and digits taken out that are the person's. */
  readonly characters: Tally;
  /** Cases without a mention left. */
  readonly clean: Tally;
  /** Other people's mentions that were left alone. */
  readonly whole: Tally;
  /** Of the mentions missed, those listed for the reviewer; of those listed for the reviewer, the person's own. */
  readonly missedButListed: Tally;
  readonly listed: Tally;
  readonly byKind: Readonly<Partial<Record<IdentifierKind, { readonly found: Tally; readonly right: Tally }>>>;
  /** Each miss and each wrong cut, with what stands around it. */
  readonly notes: readonly string[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]/u;
const AROUND = 36;

/** Cuts each text with the product's own finder and compares what went with what had to. */
export function scoreOf(cases: readonly SpanCase[]): Score {
  const score: Score = {
    mentions: new Tally(),
    characters: new Tally(),
    clean: new Tally(),
    whole: new Tally(),
    missedButListed: new Tally(),
    listed: new Tally(),
    byKind: Object.fromEntries(
      identifierKinds.flatMap((kind) =>
        kind === 'names' ? [] : [[kind, { found: new Tally(), right: new Tally() }] as const],
      ),
    ),
    notes: [],
  };
  return { ...score, notes: cases.flatMap((one) => judge(score, one)) };
}

function judge(score: Score, one: SpanCase): readonly string[] {
  // The annotators marked no postal addresses: what is cut by one would count as wrong. Each kind is judged below on its own.
  const finder = finderFor(identifiersFrom({ ...identifiersOf(one.subject), postalAddresses: [] }));
  const { findings } = finder.cut(Personal.of(one.text), 'plain', '');
  for (const kind of identifierKinds) judgeKind(score, one, kind);
  return [
    ...judgeMissed(score, one, { findings, unsure: unsureIn(one, finder) }),
    ...judgeOthers(score, one, findings),
    ...judgeCharacters(score, one, findings),
  ];
}

function unsureIn({ text }: SpanCase, finder: Finder): readonly Stretch[] {
  return finder.find(Personal.of(text), 'plain').filter(({ sure }) => sure === 'ambiguous');
}

interface Found {
  readonly findings: readonly Stretch[];
  readonly unsure: readonly Stretch[];
}

function judgeMissed(score: Score, one: SpanCase, { findings, unsure }: Found): readonly string[] {
  const cut = covered(one.text, findings);
  const listed = covered(one.text, [...findings, ...unsure]);
  const gold = goldOf(one);
  for (const { start, end } of unsure) score.listed.count(places(start, end).some((at) => gold[at] === 1));
  const derivable = one.gold.filter((mention) => mention.derivable);
  const missed = derivable.filter((mention) => !isWhollyIn(one.text, mention, cut));
  score.clean.count(missed.length === 0);
  for (const mention of derivable) score.mentions.count(!missed.includes(mention));
  return missed.map((mention) => {
    const isListed = isWhollyIn(one.text, mention, listed);
    score.missedButListed.count(isListed);
    return `${one.id} ${isListed ? 'listed' : 'MISSED'} ${shown(one.text, mention.s, mention.e)}`;
  });
}

function judgeOthers(score: Score, one: SpanCase, findings: readonly Stretch[]): readonly string[] {
  const cut = covered(one.text, findings);
  const gold = goldOf(one);
  return one.others.flatMap(({ s, e }) => {
    const isDamaged = places(s, e).some((at) => cut[at] === 1 && gold[at] === 0);
    score.whole.count(!isDamaged);
    return isDamaged ? [`${one.id} DAMAGED ${shown(one.text, s, e)}`] : [];
  });
}

function judgeCharacters(score: Score, one: SpanCase, findings: readonly Stretch[]): readonly string[] {
  const gold = goldOf(one);
  return findings.flatMap(({ start, end }) => {
    const letters = places(start, end).filter((at) => WORD.test(one.text.charAt(at)));
    for (const at of letters) score.characters.count(gold[at] === 1);
    return letters.every((at) => gold[at] === 1) ? [] : [`${one.id} EXTRA ${shown(one.text, start, end)}`];
  });
}

/** Each kind on its own: mentions written as the identifier was given must go, and nothing but mentions may. */
function judgeKind(score: Score, one: SpanCase, kind: IdentifierKind): void {
  const given = identifiersOf(one.subject)[kind] ?? [];
  const tallies = score.byKind[kind];
  if (given.length === 0 || tallies === undefined) return;
  const finder = finderFor(identifiersFrom({ [kind]: given }));
  const { findings } = finder.cut(Personal.of(one.text), 'plain', '');
  const cut = covered(one.text, findings);
  const written = new Set(given.map((text) => text.toLowerCase()));
  for (const mention of one.gold)
    if (written.has(mention.text.toLowerCase())) tallies.found.count(isWhollyIn(one.text, mention, cut));
  const gold = goldOf(one);
  for (const { start, end } of findings)
    tallies.right.count(places(start, end).every((at) => gold[at] === 1 || !WORD.test(one.text.charAt(at))));
}

function goldOf({ text, gold }: SpanCase): Uint8Array {
  return covered(
    text,
    gold.map(({ s, e }) => ({ start: s, end: e })),
  );
}

function places(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function covered(text: string, stretches: readonly Stretch[]): Uint8Array {
  const cover = new Uint8Array(text.length);
  for (const { start, end } of stretches) cover.fill(1, start, end);
  return cover;
}

function isWhollyIn(text: string, { s, e }: Marked, cover: Uint8Array): boolean {
  return places(s, e).every((at) => cover[at] === 1 || !WORD.test(text.charAt(at)));
}

function shown(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return JSON.stringify(`${before}«${text.slice(start, end)}»${text.slice(end, end + AROUND)}`);
}
