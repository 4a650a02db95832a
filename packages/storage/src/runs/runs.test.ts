import { Fenced } from '@lethe/core';
import { describe, expect, it } from '@jest/globals';

import { collect } from '../testing/collect.ts';
import { approvalOf, endingIn, inventedRecord, inventedSecrets, stepIds } from '../testing/invented.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

describe('a reviewed plan', () => {
  it('is given back as it was saved', async () => {
    const record = inventedRecord();
    await ground.storage.savePlan(record, inventedSecrets());
    expect(await ground.storage.plan(record.id)).toEqual(record);
    expect(await ground.storage.latestPlan('helpdesk', record.person)).toEqual(record);
  });

  it('is forgotten, secrets first, when the person is reviewed again before it was run', async () => {
    const [older, newer] = [inventedRecord({ person: 'p1' }), inventedRecord({ person: 'p1' })];
    await ground.storage.savePlan(older, inventedSecrets());
    await ground.storage.savePlan(newer, inventedSecrets());
    expect(await ground.storage.plan(older.id)).toBeUndefined();
    expect(await ground.storage.latestPlan('helpdesk', newer.person)).toEqual(newer);
    expect(await ground.database.ask('select from lethe.secret where plan = $1', [older.id])).toEqual([]);
  });

  it('is kept when another person, or the same id in another host, is reviewed', async () => {
    const here = inventedRecord({ person: 'p2' });
    await ground.storage.savePlan(here, inventedSecrets());
    await ground.storage.savePlan({ ...inventedRecord({ person: 'p2' }), host: 'other' }, inventedSecrets());
    await ground.storage.savePlan(inventedRecord({ person: 'p3' }), inventedSecrets());
    expect(await ground.storage.plan(here.id)).toEqual(here);
  });

  it('is not the latest any more once it has begun a run', async () => {
    const { record } = await begun(ground.storage);
    expect(await ground.storage.latestPlan('helpdesk', record.plan.person)).toBeUndefined();
    expect(await ground.storage.plan(record.plan.id)).toEqual(record.plan);
  });

  it('is not found under an id that is none', async () => {
    expect(await ground.storage.plan('nonsense')).toBeUndefined();
    expect(await ground.storage.run('nonsense')).toBeUndefined();
  });
});

describe('a run', () => {
  it('begins with what was sealed at the review, approved as it was approved', async () => {
    const [record, secrets] = [inventedRecord(), inventedSecrets()];
    await ground.storage.savePlan(record, secrets);
    const run = await ground.storage.begin(record.id, approvalOf(record));
    expect(run.secrets).toEqual(secrets);
    expect(run.record).toMatchObject({ plan: record, approval: approvalOf(record), state: 'running' });
    expect(await ground.storage.runs({ open: true, host: 'helpdesk' })).toContainEqual(run.record);
  });

  it('uses its plan and its approval up', async () => {
    const { record } = await begun(ground.storage);
    const again = ground.storage.begin(record.plan.id, record.approval);
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it('cannot begin a second time after it has ended', async () => {
    const run = await begun(ground.storage);
    await run.end(endingIn('done'));
    await expect(ground.storage.begin(run.record.plan.id, run.record.approval)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await ground.storage.runs({ open: true })).not.toContainEqual(
      expect.objectContaining({ id: run.record.id }),
    );
  });

  it('is refused an approval given for another plan', async () => {
    const [record, other] = [inventedRecord(), inventedRecord()];
    await ground.storage.savePlan(record, inventedSecrets());
    await expect(ground.storage.begin(record.id, approvalOf(other))).rejects.toThrow(
      'The approval was given for another plan.',
    );
    expect(await ground.storage.latestPlan('helpdesk', record.person)).toEqual(record);
  });

  it('is refused while another one is at work on the same person, and says which', async () => {
    const first = await begun(ground.storage, 'p4');
    const second = inventedRecord({ person: 'p4' });
    await ground.storage.savePlan(second, inventedSecrets());
    await expect(ground.storage.begin(second.id, approvalOf(second))).rejects.toThrow(first.record.id);
  });

  it('begins once when two try at the same time', async () => {
    const record = inventedRecord();
    await ground.storage.savePlan(record, inventedSecrets());
    const rival = await ground.open();
    const tries = [ground.storage, rival, ground.storage, rival].map(async (store) =>
      store.begin(record.id, approvalOf(record)),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await rival.close();
  });

  it('supersedes one that stopped, whose secrets are destroyed, and the ledger says so', async () => {
    const first = await begun(ground.storage, 'p5');
    await first.end(endingIn('stopped'));
    const second = await begun(ground.storage, 'p5');
    expect(await ground.storage.run(first.record.id)).toMatchObject({ state: 'superseded' });
    expect(await ground.storage.secretsOf(first.record.id)).toBeUndefined();
    expect(await ground.database.ask('select from lethe.secret where plan = $1', [first.record.plan.id])).toEqual([]);
    const facts = (await collect(ground.storage.ledger())).map(({ fact }) => fact);
    expect(facts).toContainEqual(
      expect.objectContaining({ what: 'run-ended', run: first.record.id, state: 'superseded' }),
    );
    await second.end(endingIn('done'));
  });

  it('keeps its secrets while it is stopped and destroys them when it is done', async () => {
    const run = await begun(ground.storage);
    await run.end(endingIn('stopped'));
    expect(await ground.storage.secretsOf(run.record.id)).toEqual(run.secrets);
    const again = await ground.storage.takeOver(run.record.id);
    expect(again.secrets).toEqual(run.secrets);
    await again.end(endingIn('done-with-gaps'));
    expect(await ground.storage.secretsOf(run.record.id)).toBeUndefined();
    expect(await ground.database.ask('select from lethe.secret where plan = $1', [run.record.plan.id])).toEqual([]);
    await expect(ground.storage.takeOver(run.record.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('remembers how it ended and where in the ledger', async () => {
    const run = await begun(ground.storage);
    await run.journal.write({ facts: [{ what: 'run-ended', run: run.record.id, state: 'done' }] });
    const ended = await run.end(endingIn('done'));
    const last = (await collect(ground.storage.ledger())).at(-1)!;
    expect(ended).toMatchObject({
      state: 'done',
      ending: endingIn('done'),
      ledger: { seq: last.seq, hash: last.hash },
    });
    expect(ended.endedAt).toBeInstanceOf(Date);
    expect(await ground.storage.run(run.record.id)).toEqual(ended);
  });

  it('can be called off, for good and with its secrets', async () => {
    const run = await begun(ground.storage);
    await run.end(endingIn('stopped'));
    await ground.storage.callOff(run.record.id, 'op-2');
    expect(await ground.storage.run(run.record.id)).toMatchObject({ state: 'called-off' });
    expect((await collect(ground.storage.ledger())).at(-1)?.fact).toMatchObject({
      what: 'run-ended',
      run: run.record.id,
      state: 'called-off',
      actor: 'op-2',
    });
    expect(await ground.database.ask('select from lethe.secret where plan = $1', [run.record.plan.id])).toEqual([]);
    await expect(ground.storage.callOff(run.record.id, 'op-2')).rejects.toThrow('has ended');
    await expect(ground.storage.callOff('nonsense', 'op-2')).rejects.toThrow('There is no run');
  });
});

describe('a run that was taken over', () => {
  it('lets the one who had it write nothing more, neither steps nor ledger nor ending', async () => {
    const rival = await ground.open();
    const frozen = await begun(ground.storage);
    await frozen.journal.write({ intend: stepIds(1) });
    const taken = await rival.takeOver(frozen.record.id);
    const before = await collect(ground.storage.ledger());
    const fact = { what: 'steps-settled', run: frozen.record.id } as const;
    await expect(frozen.journal.write({ intend: stepIds(2), facts: [fact] })).rejects.toThrow(Fenced);
    await expect(frozen.journal.write({ intend: stepIds(2) })).rejects.toThrow(Fenced);
    await expect(frozen.end(endingIn('done'))).rejects.toThrow(Fenced);
    expect(await collect(ground.storage.ledger())).toEqual(before);
    expect(await collect(taken.journal.entries())).toEqual([{ step: stepIds(1)[0], attempts: 1 }]);
    expect(await taken.end(endingIn('done'))).toMatchObject({ state: 'done' });
    await rival.close();
  });

  it('counts as stopped as soon as its process is gone, and as running while it lives', async () => {
    const process = await ground.open();
    const { record } = await begun(process);
    expect(await ground.storage.run(record.id)).toMatchObject({ state: 'running' });
    await process.close();
    expect(await ground.storage.run(record.id)).toMatchObject({ state: 'stopped' });
    const taken = await ground.storage.takeOver(record.id);
    expect(taken.record).toMatchObject({ state: 'running' });
  });

  it('gives way to a newer plan when its process is gone', async () => {
    const process = await ground.open();
    const { record } = await begun(process, 'p6');
    await process.close();
    await begun(ground.storage, 'p6');
    expect(await ground.storage.run(record.id)).toMatchObject({ state: 'superseded' });
  });
});
