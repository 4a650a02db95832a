import { describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import { stepIds } from '@lethe/core/testing';
import type { StoreGround } from './ground.ts';
import { begun, collect } from './begun.ts';

/** What the ledger keeps. */
export function ledgerLaws(ground: StoreGround): void {
  describe('the ledger', () => {
    it('holds what was noted, in order, over more entries than fit on a page, and verifies', async () => {
      const before = (await collect(ground.store.ledger())).length;
      const fact = { what: 'rules-changed', actor: 'operator-1' } as const;
      await ground.store.note(...Array.from({ length: 2500 }, (_, found) => ({ ...fact, counts: { found } })));
      await ground.store.note();
      const entries = (await collect(ground.store.ledger())).slice(before);
      expect(entries.map(({ fact: { counts } }) => counts?.found)).toEqual(Array.from({ length: 2500 }, (_, n) => n));
      expect(await verifyLedger(ground.store.ledger())).toMatchObject({ ok: true, entries: before + 2500 });
    }, 60_000);

    it('stays one chain without a gap when processes write at the same time', async () => {
      const rivals = await Promise.all([ground.open(), ground.open(), ground.open()]);
      const runs = await Promise.all(rivals.map(async (rival) => begun(rival)));
      const work = runs.map(async ({ journal, record: { id: run } }) => {
        for (const step of stepIds(20))
          await journal.write({ intend: [step], facts: [{ what: 'steps-settled', run, counts: { clean: 1 } }] });
      });
      await Promise.all(work);
      expect(await verifyLedger(ground.store.ledger())).toMatchObject({ ok: true });
      const facts = (await collect(ground.store.ledger())).map(({ fact }) => fact);
      const ids = new Set(runs.map(({ record }) => record.id));
      expect(facts.filter(({ what, run }) => what === 'steps-settled' && ids.has(run ?? ''))).toHaveLength(60);
      await Promise.all(rivals.map(async (rival) => rival.close()));
    }, 60_000);
  });
}
