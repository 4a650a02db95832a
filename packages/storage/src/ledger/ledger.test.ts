import { verifyLedger } from '@lethe/core';
import { describe, expect, it } from '@jest/globals';

import { collect } from '../testing/collect.ts';
import { TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

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
