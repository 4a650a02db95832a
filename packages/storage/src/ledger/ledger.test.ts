import { verifyLedger } from '@lethe/core';
import { endingIn } from '@lethe/core/testing';
import { describe, expect, it } from '@jest/globals';

import { collect } from '../testing/collect.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();
const fresh = new TestStorage();
const old = new TestStorage();

const fact = { what: 'rules-changed', actor: 'operator-1' } as const;

describe('the ledger', () => {
  it('is whole and empty at first', async () => {
    expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true, entries: 0 });
  });

  it.each([
    ['update lethe.ledger set seq = 1'],
    ['delete from lethe.ledger'],
    ['truncate lethe.ledger'],
    ['delete from lethe.ledger_head'],
    ['truncate lethe.ledger_head'],
    ["insert into lethe.ledger_head values (0, '')"],
  ])('refuses even its owner: %s', async (statement) => {
    await expect(ground.database.ask(statement)).rejects.toThrow('the ledger is append-only');
  });

  it('shows by its hashes when somebody switched that off and changed an entry', async () => {
    await ground.storage.note(fact, fact, fact);
    const [{ seq: last } = { seq: 0 }] = (await collect(ground.storage.ledger())).slice(-1);
    const change = async (sql: string): Promise<void> => {
      await ground.database.ask('alter table lethe.ledger disable trigger append_only');
      await ground.database.ask(sql, [last - 1]);
      await ground.database.ask('alter table lethe.ledger enable trigger append_only');
    };
    await change(`update lethe.ledger set fact = jsonb_set(fact, '{actor}', '"operator-2"') where seq = $1`);
    expect(await verifyLedger(ground.storage.ledger())).toEqual({ ok: false, at: last - 1, because: 'changed' });
    await change('delete from lethe.ledger where seq = $1');
    expect(await verifyLedger(ground.storage.ledger())).toEqual({ ok: false, at: last - 1, because: 'missing' });
  });
});

describe('the chain of a run', () => {
  it.each([['update lethe.run_ledger set seq = 1'], ['delete from lethe.run_ledger'], ['truncate lethe.run_ledger']])(
    'refuses even its owner: %s',
    async (statement) => {
      await expect(ground.database.ask(statement)).rejects.toThrow('the ledger is append-only');
    },
  );

  it('is anchored in the main chain when its run stops and when it ends, and goes on with whoever resumes it', async () => {
    const first = await begun(fresh.storage);
    const { id: run } = first.record;
    await first.journal.write({ facts: [settled(run), settled(run)] });
    await first.end(endingIn('stopped'));
    const second = await fresh.storage.takeOver(run);
    await second.journal.write({ facts: [settled(run)] });
    const { ledger } = await second.end(endingIn('done'));
    const entries = await collect(fresh.storage.ledger());
    const anchors = entries.filter(({ fact: { what } }) => what === 'run-anchored');
    expect(anchors.map(({ fact: { state, chain } }) => [state, chain?.seq])).toEqual([
      ['stopped', 2],
      ['done', 3],
    ]);
    expect(ledger).toEqual({ seq: anchors.at(-1)?.seq, hash: anchors.at(-1)?.hash });
    expect(entries.filter(({ chain }) => chain === run).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await verifyLedger(fresh.storage.ledger())).toMatchObject({ ok: true });
  });

  it('shows whatever was changed in it by whoever switched its guard off', async () => {
    const owned = await begun(fresh.storage);
    const { id: run } = owned.record;
    await owned.journal.write({ facts: [settled(run), settled(run), settled(run)] });
    await owned.end(endingIn('done'));
    const change = async (sql: string): Promise<void> => {
      await fresh.database.ask('alter table lethe.run_ledger disable trigger append_only');
      await fresh.database.ask(sql, [run]);
      await fresh.database.ask('alter table lethe.run_ledger enable trigger append_only');
    };
    await change(
      `update lethe.run_ledger set fact = jsonb_set(fact, '{counts,clean}', '7') where run = $1 and seq = 2`,
    );
    expect(await verifyLedger(fresh.storage.ledger())).toEqual({ ok: false, at: 2, because: 'changed', run });
    await change('delete from lethe.run_ledger where run = $1 and seq = 3');
    await change('delete from lethe.run_ledger where run = $1 and seq = 2');
    expect(await verifyLedger(fresh.storage.ledger())).toEqual({ ok: false, at: 2, because: 'truncated', run });
    await change('delete from lethe.run_ledger where run = $1');
    expect(await verifyLedger(fresh.storage.ledger())).toEqual({ ok: false, at: 1, because: 'truncated', run });
  });

  it('is kept with a ledger from before there were any', async () => {
    const owned = await begun(old.storage);
    const { id: run } = owned.record;
    // As runs wrote before: into the main chain.
    await old.storage.note(settled(run), settled(run));
    await owned.journal.write({ facts: [settled(run)] });
    await owned.end(endingIn('done'));
    expect(await verifyLedger(old.storage.ledger())).toMatchObject({ ok: true });
  });
});

function settled(run: string) {
  return { what: 'steps-settled', run, counts: { clean: 1 } } as const;
}
