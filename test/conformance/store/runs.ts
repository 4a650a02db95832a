import { describe, expect, it } from '@jest/globals';
import { Fenced } from '@lethe/core';
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets, stepIds } from '@lethe/core/testing';
import type { StoreGround } from './ground.ts';
import { begun, collect } from './begun.ts';

/** How a run is begun, owned, taken over and ended. */
export function runLaws(ground: StoreGround): void {
  describe('a run', () => {
    it('begins with what was sealed at the review, approved as it was approved', async () => {
      const [record, secrets] = [inventedRecord(), inventedSecrets()];
      await ground.store.savePlan(record, secrets);
      const run = await ground.store.begin(record.id, approvalOfRecord(record));
      expect(run.secrets).toEqual(secrets);
      expect(run.record).toMatchObject({ plan: record, approval: approvalOfRecord(record), state: 'running' });
      expect(await ground.store.runs({ open: true, host: 'helpdesk' })).toContainEqual(run.record);
    });

    it('uses its plan and its approval up', async () => {
      const { record } = await begun(ground.store);
      const again = ground.store.begin(record.plan.id, record.approval);
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
    });

    it('cannot begin a second time after it has ended', async () => {
      const run = await begun(ground.store);
      await run.end(endingIn('done'));
      await expect(ground.store.begin(run.record.plan.id, run.record.approval)).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await ground.store.runs({ open: true })).not.toContainEqual(
        expect.objectContaining({ id: run.record.id }),
      );
    });

    it('is refused an approval given for another plan', async () => {
      const [record, other] = [inventedRecord(), inventedRecord()];
      await ground.store.savePlan(record, inventedSecrets());
      await expect(ground.store.begin(record.id, approvalOfRecord(other))).rejects.toThrow(
        'The approval was given for another plan.',
      );
      expect(await ground.store.latestPlan('helpdesk', record.person)).toEqual(record);
    });

    it('is refused while another one is at work on the same person, and says which', async () => {
      const first = await begun(ground.store, 'p4');
      const second = inventedRecord({ person: 'p4' });
      await ground.store.savePlan(second, inventedSecrets());
      await expect(ground.store.begin(second.id, approvalOfRecord(second))).rejects.toThrow(first.record.id);
    });

    it('begins once when two try at the same time', async () => {
      const record = inventedRecord();
      await ground.store.savePlan(record, inventedSecrets());
      const rival = await ground.open();
      const tries = [ground.store, rival, ground.store, rival].map(async (store) =>
        store.begin(record.id, approvalOfRecord(record)),
      );
      const results = await Promise.allSettled(tries);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [reasonOf(result)] : []));
      for (const reason of refused) expect(reason).toMatchObject({ code: 'conflict' });
      await rival.close();
    });

    it('is refused an approval that has begun one before, even if its plan says the very same', async () => {
      const { record } = await begun(ground.store);
      const twin = { ...inventedRecord(), plan: record.plan.plan };
      await ground.store.savePlan(twin, inventedSecrets());
      await expect(ground.store.begin(twin.id, record.approval)).rejects.toMatchObject({ code: 'conflict' });
      expect(await ground.store.latestPlan('helpdesk', twin.person)).toEqual(twin);
      expect(await ground.hasSecrets(twin.id)).toBe(true);
    });

    it('supersedes one that stopped, whose secrets are destroyed, and the ledger says so', async () => {
      const first = await begun(ground.store, 'p5');
      await first.end(endingIn('stopped'));
      const second = await begun(ground.store, 'p5');
      expect(await ground.store.run(first.record.id)).toMatchObject({ state: 'superseded' });
      expect(await ground.store.secretsOf(first.record.id)).toBeUndefined();
      expect(await ground.hasSecrets(first.record.plan.id)).toBe(false);
      const facts = (await collect(ground.store.ledger())).map(({ fact }) => fact);
      expect(facts).toContainEqual(
        expect.objectContaining({ what: 'run-ended', run: first.record.id, state: 'superseded' }),
      );
      await second.end(endingIn('done'));
    });

    it('keeps its secrets while it is stopped and destroys them when it is done', async () => {
      const run = await begun(ground.store);
      await run.end(endingIn('stopped'));
      expect(await ground.store.secretsOf(run.record.id)).toEqual(run.secrets);
      const again = await ground.store.takeOver(run.record.id);
      expect(again.secrets).toEqual(run.secrets);
      await again.end(endingIn('done-with-gaps'));
      expect(await ground.store.secretsOf(run.record.id)).toBeUndefined();
      expect(await ground.hasSecrets(run.record.plan.id)).toBe(false);
      await expect(ground.store.takeOver(run.record.id)).rejects.toMatchObject({ code: 'conflict' });
    });

    it('remembers how it ended and where in the ledger', async () => {
      const run = await begun(ground.store);
      await run.journal.write({ facts: [{ what: 'run-ended', run: run.record.id, state: 'done' }] });
      const ended = await run.end(endingIn('done'));
      const last = (await collect(ground.store.ledger())).at(-1)!;
      expect(ended).toMatchObject({
        state: 'done',
        ending: endingIn('done'),
        ledger: { seq: last.seq, hash: last.hash },
      });
      expect(ended.endedAt?.getTime()).toBeGreaterThan(0);
      expect(await ground.store.run(run.record.id)).toEqual(ended);
    });

    it('can be called off, for good and with its secrets', async () => {
      const run = await begun(ground.store);
      await run.end(endingIn('stopped'));
      await ground.store.callOff(run.record.id, 'op-2');
      expect(await ground.store.run(run.record.id)).toMatchObject({ state: 'called-off' });
      expect((await collect(ground.store.ledger())).at(-1)?.fact).toMatchObject({
        what: 'run-ended',
        run: run.record.id,
        state: 'called-off',
        actor: 'op-2',
      });
      expect(await ground.hasSecrets(run.record.plan.id)).toBe(false);
      await expect(ground.store.callOff(run.record.id, 'op-2')).rejects.toThrow('has ended');
      await expect(ground.store.callOff('nonsense', 'op-2')).rejects.toThrow('There is no run');
    });
  });

  describe('a run that was taken over', () => {
    it('lets the one who had it write nothing more, neither steps nor ledger nor ending', async () => {
      const rival = await ground.open();
      const frozen = await begun(ground.store);
      await frozen.journal.write({ intend: stepIds(1) });
      const taken = await rival.takeOver(frozen.record.id);
      const before = await collect(ground.store.ledger());
      const fact = { what: 'steps-settled', run: frozen.record.id } as const;
      await expect(frozen.journal.write({ intend: stepIds(2), facts: [fact] })).rejects.toThrow(Fenced);
      await expect(frozen.journal.write({ intend: stepIds(2) })).rejects.toThrow(Fenced);
      await expect(frozen.end(endingIn('done'))).rejects.toThrow(Fenced);
      expect(await collect(ground.store.ledger())).toEqual(before);
      expect(await collect(taken.journal.entries())).toEqual([{ step: stepIds(1)[0], attempts: 1 }]);
      expect(await taken.end(endingIn('done'))).toMatchObject({ state: 'done' });
      await rival.close();
    });

    it('counts as stopped as soon as its process is gone, and as running while it lives', async () => {
      const process = await ground.open();
      const { record } = await begun(process);
      expect(await ground.store.run(record.id)).toMatchObject({ state: 'running' });
      await process.close();
      expect(await ground.store.run(record.id)).toMatchObject({ state: 'stopped' });
      const taken = await ground.store.takeOver(record.id);
      expect(taken.record).toMatchObject({ state: 'running' });
    });

    it('gives way to a newer plan when its process is gone', async () => {
      const process = await ground.open();
      const { record } = await begun(process, 'p6');
      await process.close();
      await begun(ground.store, 'p6');
      expect(await ground.store.run(record.id)).toMatchObject({ state: 'superseded' });
    });
  });
}

function reasonOf({ reason }: { readonly reason: unknown }): unknown {
  return reason;
}
