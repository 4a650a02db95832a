import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from './canonical.ts';
import { RuleError } from './errors.ts';
import type { LedgerEntry, LedgerFact } from './ledger-entry.ts';
import { emptyLedger, headText, linkedEntry, positionFrom, verifyLedger } from './ledger.ts';
import { permissionsSchema } from './permission.ts';

const noon = new Date('2026-11-22T12:00:00.000Z');
const started: LedgerFact = { what: 'run-started', run: '17', host: 'desk', digest: 'a'.repeat(64), actor: 'admin-1' };

function ledgerOf(facts: readonly LedgerFact[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [index, fact] of facts.entries()) {
    entries.push(linkedEntry(entries.at(-1) ?? emptyLedger, fact, new Date(noon.getTime() + index * 1000)));
  }
  return entries;
}

function ledgerOfLength(length: number): LedgerEntry[] {
  return ledgerOf(Array.from({ length }, (_, number) => ({ ...started, run: String(number) })));
}

async function* streamed(entries: readonly unknown[]): AsyncGenerator {
  yield* entries;
}

function headOf(entries: readonly LedgerEntry[]): string {
  return headText(entries.at(-1) ?? emptyLedger);
}

/** A ledger of one to nine entries, and the index of one of them. */
const ledgerAndIndex = fc
  .integer({ min: 1, max: 9 })
  .chain((length) => fc.tuple(fc.constant(ledgerOfLength(length)), fc.nat(length - 1)));

describe('linkedEntry', () => {
  it('begins a ledger with entry 1 after 64 zeros', () => {
    expect(linkedEntry(emptyLedger, started, noon)).toEqual({
      seq: 1,
      at: '2026-11-22T12:00:00.000Z',
      fact: started,
      prev: '0000000000000000000000000000000000000000000000000000000000000000',
      hash: digestOf({ seq: 1, at: '2026-11-22T12:00:00.000Z', fact: started, prev: '0'.repeat(64) }),
    });
  });

  it('links each entry to the one before', () => {
    const [one, two, three] = ledgerOfLength(3);

    expect([one?.seq, two?.seq, three?.seq]).toEqual([1, 2, 3]);
    expect([two?.prev, three?.prev]).toEqual([one?.hash, two?.hash]);
  });

  it('HD-03 keeps who granted a right, and a digest of what was granted', () => {
    const digest = digestOf(permissionsSchema.parse({ activation: ['privacy'], grants: { privacy: ['run'] } }));
    const entry = linkedEntry(emptyLedger, { what: 'rights-changed', actor: 'admin-1', digest }, noon);

    expect(entry.fact).toEqual({ what: 'rights-changed', actor: 'admin-1', digest });
  });

  it.each<[string, object, string]>([
    ['an address as the actor', { actor: 'ada.king@lovelace.test' }, 'actor'],
    ['a name as the actor', { actor: 'Ada King' }, 'actor'],
    ['a name as the run', { run: 'Ada King' }, 'run'],
    ['an address as the host', { host: 'desk@lovelace.test' }, 'host'],
    ['a name in place of a digest', { digest: 'ada king' }, 'digest'],
    ['a name in place of rules', { rules: 'Ada King' }, 'rules'],
    ['a story as the state', { state: 'Ada King was removed' }, 'state'],
    ['an address as what is counted', { counts: { 'ada.king@lovelace.test': 1 } }, 'counts'],
    ['a story as a count', { counts: { steps: 'Ada King' } }, 'counts'],
    ['half a step', { counts: { steps: 0.5 } }, 'counts'],
    ['less than nothing', { counts: { steps: -1 } }, 'counts'],
    ['something that never happens', { what: 'Ada King called' }, 'what'],
    ['a note', { note: 'Ada King called' }, 'a field of its own'],
    ['the name of a field', { 'Ada King': 1 }, 'a field of its own'],
  ])('takes no %s, and does not repeat it', (_what, change, field) => {
    const fact: LedgerFact = { ...started, ...change };

    expect(() => linkedEntry(emptyLedger, fact, noon)).toThrow(
      new TypeError(`The ledger takes ids, codes and counts only: ${field} does not fit.`),
    );
  });

  it('takes counts of everything it knows to count', () => {
    const counts = { clean: 3, 'message.body': 2, steps: 5, gaps: 0, found: 1 };

    expect(
      linkedEntry(emptyLedger, { what: 'verified-later', state: 'done', rules: 'default', counts }, noon).fact.counts,
    ).toEqual(counts);
  });
});

describe('verifyLedger', () => {
  it('finds an empty ledger whole', async () => {
    await expect(verifyLedger([])).resolves.toEqual({ ok: true, entries: 0, head: `0:${'0'.repeat(64)}` });
  });

  it('finds a ledger whole as it was written, from a list and from a stream, and names its head', async () => {
    const entries = ledgerOfLength(7);
    const whole = { ok: true, entries: 7, head: `7:${entries[6]?.hash ?? ''}` };

    await expect(verifyLedger(entries)).resolves.toEqual(whole);
    await expect(verifyLedger(streamed(entries), headOf(entries))).resolves.toEqual(whole);
  });

  it('finds it whole after a way through a database that orders keys as it likes', async () => {
    const entries = ledgerOfLength(3).map(({ fact, ...rest }) => {
      const backwards: unknown = Object.fromEntries(Object.entries(fact).reverse());
      return { fact: backwards, ...rest };
    });

    await expect(verifyLedger(entries)).resolves.toMatchObject({ ok: true, entries: 3 });
  });

  it('finds it whole with a head noted long ago', async () => {
    const entries = ledgerOfLength(5);

    for (const length of [0, 1, 4, 5]) {
      await expect(verifyLedger(entries, headOf(entries.slice(0, length)))).resolves.toMatchObject({
        ok: true,
        entries: 5,
      });
    }
  });

  it('finds a flipped character in any field of any entry', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, fc.nat(), fc.nat(), async ([entries, index], where, by) => {
        const text = JSON.stringify(entries[index]);
        const spots = [...text.matchAll(/[0-9a-z]/g)].map((match) => match.index);
        const spot = spots[where % spots.length] ?? 0;
        const other = Array.from('0123456789abcdef').filter((char) => char !== text[spot])[by % 15] ?? 'z';
        const flipped = text.slice(0, spot) + other + text.slice(spot + 1);
        const changed: unknown = parsed(flipped);
        fc.pre(changed !== undefined);
        const verdict = await verifyLedger(entries.map((entry, at) => (at === index ? changed : entry)));
        expect(verdict).toEqual({ ok: false, at: index + 1, because: 'changed' });
      }),
      { numRuns: 200 },
    );
  });

  it('finds an entry that was rewritten with a hash of its own', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, async ([entries, index]) => {
        fc.pre(index < entries.length - 1);
        const before = entries[index - 1] ?? emptyLedger;
        const forged = linkedEntry(before, { ...started, run: 'forged' }, noon);
        const verdict = await verifyLedger(entries.with(index, forged));
        expect(verdict).toEqual({ ok: false, at: index + 2, because: 'changed' });
      }),
    );
  });

  it('finds a ledger that was written anew as a whole, by a head noted before', async () => {
    const anew = ledgerOf(ledgerOfLength(6).map(({ fact }) => ({ ...fact, actor: 'admin-2' })));

    await expect(verifyLedger(anew)).resolves.toMatchObject({ ok: true });
    await expect(verifyLedger(anew, headOf(ledgerOfLength(4)))).resolves.toEqual({
      ok: false,
      at: 4,
      because: 'changed',
    });
  });

  it('finds a dropped entry', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, async ([entries, index]) => {
        fc.pre(index < entries.length - 1);
        const verdict = await verifyLedger(streamed(entries.toSpliced(index, 1)));
        expect(verdict).toEqual({ ok: false, at: index + 1, because: 'missing' });
      }),
    );
  });

  it('finds a dropped entry though what follows cannot be read either', async () => {
    const [one, , three] = ledgerOfLength(3);

    await expect(verifyLedger([one, three, 'scrap'])).resolves.toEqual({ ok: false, at: 2, because: 'missing' });
  });

  it('finds two entries that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, fc.nat(), async ([entries, index], by) => {
        const other = by % entries.length;
        fc.pre(other !== index);
        const [one, two] = [entries[index], entries[other]];
        const swapped = entries.map((entry) => (entry === one ? two : entry === two ? one : entry));
        const verdict = await verifyLedger(streamed(swapped));
        expect(verdict).toEqual({ ok: false, at: Math.min(index, other) + 1, because: 'reordered' });
      }),
    );
  });

  it('finds an entry that stands there twice', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, fc.nat(), async ([entries, index], by) => {
        const later = index + 1 + (by % (entries.length - index));
        const twice = entries.toSpliced(later, 0, ...entries.slice(index, index + 1));
        expect(await verifyLedger(twice)).toEqual({ ok: false, at: index + 1, because: 'reordered' });
      }),
    );
  });

  it('finds an entry that was put between, though it links to the one before', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, async ([entries, index]) => {
        const forged = linkedEntry(entries[index - 1] ?? emptyLedger, { ...started, run: 'forged' }, noon);
        expect(await verifyLedger(entries.toSpliced(index, 0, forged))).toMatchObject({ ok: false });
      }),
    );
  });

  it('finds a cut-off end by a head noted before, and only by that', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerAndIndex, async ([entries, index]) => {
        const cut = entries.slice(0, index);
        expect(await verifyLedger(cut, headOf(entries))).toEqual({ ok: false, at: index + 1, because: 'truncated' });
        expect(await verifyLedger(cut)).toMatchObject({ ok: true, entries: index });
      }),
    );
  });

  it('finds a field that was added, even where a hash covers it', async () => {
    const [entry] = ledgerOfLength(1);
    const { hash: _, ...covered } = { ...entry, note: 'Ada King called' };

    await expect(verifyLedger([{ ...covered, hash: digestOf(covered) }])).resolves.toEqual({
      ok: false,
      at: 1,
      because: 'changed',
    });
  });

  it.each([null, 7, 'entry', {}])('takes %j for no entry', async (raw) => {
    await expect(verifyLedger([...ledgerOfLength(2), raw])).resolves.toEqual({ ok: false, at: 3, because: 'changed' });
  });
});

describe('positionFrom', () => {
  it('reads what headText wrote', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[0-9a-f]{64}$/), (seq, hash) => {
        expect(positionFrom(` ${headText({ seq, hash })}\n`)).toEqual({ seq, hash });
      }),
    );
  });

  it.each([
    '',
    '7',
    `7:${'0'.repeat(63)}`,
    `7:${'0'.repeat(65)}`,
    `:${'0'.repeat(64)}`,
    `-7:${'0'.repeat(64)}`,
    `7:${'G'.repeat(64)}`,
  ])('refuses %j and says how a head looks', (head) => {
    expect(() => positionFrom(head)).toThrow(
      new RuleError('head', 'give it as it was shown: a number, a colon and 64 hex digits'),
    );
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
