import { describe, expect, it } from '@jest/globals';
import { approvalOfRecord, inventedRecord, inventedSecrets } from '@lethe/core/testing';
import type { StoreGround } from './ground.ts';
import { begun, collect } from './begun.ts';

/** What becomes of a reviewed plan. */
export function planLaws(ground: StoreGround): void {
  describe('a reviewed plan', () => {
    it('is given back as it was saved', async () => {
      const record = inventedRecord();
      await ground.store.savePlan(record, inventedSecrets());
      expect(await ground.store.plan(record.id)).toEqual(record);
      expect(await ground.store.latestPlan('helpdesk', record.person)).toEqual(record);
    });

    it('stands in the ledger with its parts counted', async () => {
      const record = inventedRecord({ steps: 4 });
      await ground.store.savePlan(record, inventedSecrets());
      const told = (await collect(ground.store.ledger())).at(-1)?.fact;
      expect(told).toMatchObject({ what: 'plan-reviewed', digest: record.plan.digest, actor: record.reviewedBy });
      expect(told?.counts).toMatchObject({ steps: 4, kept: 0, gaps: 0 });
    });

    it('is forgotten, secrets first, when the person is reviewed again before it was run', async () => {
      const [older, newer] = [inventedRecord({ person: 'p1' }), inventedRecord({ person: 'p1' })];
      await ground.store.savePlan(older, inventedSecrets());
      await ground.store.savePlan(newer, inventedSecrets());
      expect(await ground.store.plan(older.id)).toBeUndefined();
      expect(await ground.store.latestPlan('helpdesk', newer.person)).toEqual(newer);
      expect(await ground.hasSecrets(older.id)).toBe(false);
      expect(await ground.hasSecrets(newer.id)).toBe(true);
    });

    it('is kept when another person, or the same id in another host, is reviewed', async () => {
      const here = inventedRecord({ person: 'p2' });
      await ground.store.savePlan(here, inventedSecrets());
      await ground.store.savePlan({ ...inventedRecord({ person: 'p2' }), host: 'other' }, inventedSecrets());
      await ground.store.savePlan(inventedRecord({ person: 'p3' }), inventedSecrets());
      expect(await ground.store.plan(here.id)).toEqual(here);
    });

    it('is not the latest any more once it has begun a run, and is not forgotten by a newer one', async () => {
      const { record } = await begun(ground.store);
      expect(await ground.store.latestPlan('helpdesk', record.plan.person)).toBeUndefined();
      await ground.store.savePlan(inventedRecord({ person: record.plan.person }), inventedSecrets());
      expect(await ground.store.plan(record.plan.id)).toEqual(record.plan);
    });

    it('is not found under an id that is none', async () => {
      expect(await ground.store.plan('nonsense')).toBeUndefined();
      expect(await ground.store.run('nonsense')).toBeUndefined();
      const approval = approvalOfRecord(inventedRecord());
      await expect(ground.store.begin('nonsense', approval)).rejects.toThrow('There is no plan');
    });
  });
}
