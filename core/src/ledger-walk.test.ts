import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerEntry, LedgerFact, LedgerPosition } from './ledger-entry.ts';
import { emptyLedger, headText, linkedEntry, verifyLedger } from './ledger.ts';

const noon = new Date('2026-11-22T12:00:00.000Z');

/** A ledger as a store with parallel runs writes it: each run's chain before the entry that anchors it. */
class Book {
  readonly entries: LedgerEntry[] = [];
  #main: LedgerPosition = emptyLedger;
  readonly #chains = new Map<string, LedgerEntry>();

  main(fact: LedgerFact): this {
    const entry = linkedEntry(this.#main, fact, noon);
    this.#main = entry;
    this.entries.push(entry);
    return this;
  }

  within(run: string, entries: number): this {
    for (let count = 0; count < entries; count += 1) {
      const last = this.#chains.get(run) ?? { ...emptyLedger, chain: run };
      const entry = linkedEntry(last, { what: 'steps-settled', run, counts: { clean: count } }, noon);
      this.#chains.set(run, entry);
      this.entries.push(entry);
    }
    return this;
  }

  anchor(run: string, state: 'stopped' | 'done'): this {
    const { seq, hash } = this.#chains.get(run) ?? emptyLedger;
    return this.main({ what: 'run-anchored', run, state, chain: { seq, hash } });
  }

  get head(): string {
    return headText(this.#main);
  }
}

function twoRuns(): Book {
  return new Book()
    .main({ what: 'run-approved', run: 'a' })
    .main({ what: 'run-approved', run: 'b' })
    .within('a', 3)
    .within('b', 2)
    .anchor('a', 'stopped')
    .within('a', 2)
    .anchor('b', 'done')
    .anchor('a', 'done')
    .main({ what: 'rules-changed' });
}

describe('a ledger whose runs have chains of their own', () => {
  it('is whole as it was written, and its head is that of the main chain', async () => {
    const book = twoRuns();
    await expect(verifyLedger(book.entries, book.head)).resolves.toEqual({ ok: true, entries: 13, head: book.head });
  });

  it('is whole while a run goes on', async () => {
    const book = twoRuns().main({ what: 'run-approved', run: 'c' }).within('c', 2);
    await expect(verifyLedger(book.entries)).resolves.toMatchObject({ ok: true, entries: 16 });
  });

  it('is not whole with any entry dropped but the last of the main chain', async () => {
    const { entries, head } = twoRuns();
    for (const at of entries.keys()) {
      await expect(verifyLedger(entries.toSpliced(at, 1), head)).resolves.toMatchObject({ ok: false });
    }
  });

  it('is not whole with any entry rewritten, even with a hash of its own', async () => {
    const { entries, head } = twoRuns();
    await fc.assert(
      fc.asyncProperty(fc.nat(entries.length - 1), async (at) => {
        const { seq, prev, chain, fact } = entries[at]!;
        const last = { seq: seq - 1, hash: prev, ...(chain === undefined ? {} : { chain }) };
        const forged = linkedEntry(last, { ...fact, actor: 'somebody-else' }, noon);
        const verdict = await verifyLedger(entries.with(at, forged), head);
        expect(verdict).toMatchObject({ ok: false });
      }),
    );
  });

  it('says in which run an entry is not as it was written', async () => {
    const { entries } = twoRuns();
    const changed = { ...entries[3]!, at: '2026-11-22T12:00:01.000Z' };
    await expect(verifyLedger(entries.with(3, changed))).resolves.toEqual({
      ok: false,
      at: 2,
      because: 'changed',
      run: 'a',
    });
  });

  it.each([
    ['the end of a chain was cut off before its anchor', 4, { at: 3, because: 'truncated', run: 'a' }],
    ['an entry inside a chain was dropped', 3, { at: 2, because: 'missing', run: 'a' }],
  ])('finds that %s', async (_, at, breach) => {
    const { entries } = twoRuns();
    await expect(verifyLedger(entries.toSpliced(at, 1))).resolves.toEqual({ ok: false, ...breach });
  });

  it('finds an entry moved to another run', async () => {
    const { entries } = twoRuns();
    const moved = { ...entries[2]!, chain: 'b' };
    await expect(verifyLedger(entries.with(2, moved))).resolves.toMatchObject({ ok: false });
  });

  it('finds what was added to a run after its end', async () => {
    const book = twoRuns().within('b', 1);
    await expect(verifyLedger(book.entries)).resolves.toEqual({ ok: false, at: 3, because: 'changed', run: 'b' });
  });

  it('finds an anchor that stands for another chain', async () => {
    const forged = new Book()
      .within('a', 2)
      .main({ what: 'run-anchored', run: 'a', chain: { seq: 2, hash: 'f'.repeat(64) } });
    await expect(verifyLedger(forged.entries)).resolves.toEqual({ ok: false, at: 2, because: 'changed', run: 'a' });
  });
});
