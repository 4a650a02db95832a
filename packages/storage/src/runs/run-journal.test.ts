import { describe, expect, it } from '@jest/globals';
import { stepIds } from '@lethe/core/testing';

import { collect } from '../testing/collect.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

describe('the journal', () => {
  it('writes steps and ledger together or neither when the database is at fault', async () => {
    const { journal, record } = await begun(ground.storage);
    const before = await collect(ground.storage.ledger());
    // The entry that would come next is taken, as if by a fault of the database.
    await ground.database.ask('insert into lethe.ledger select seq + 1, now(), $1, hash, hash from lethe.ledger_head', [
      {},
    ]);
    const settled = { what: 'steps-settled', run: record.id, counts: { clean: 1 } } as const;
    const change = { intend: stepIds(1), facts: [settled] };
    await expect(journal.write(change)).rejects.toMatchObject({ code: 'database' });
    expect(await collect(journal.entries())).toEqual([]);
    await removeForgedEntry(ground, before.length);
    await journal.write(change);
    expect(await collect(ground.storage.ledger())).toHaveLength(before.length + 1);
  });
});

/** The ledger refuses even its owner; only switching its guard off helps, which a test may. */
async function removeForgedEntry({ database }: TestStorage, entries: number): Promise<void> {
  await database.ask('alter table lethe.ledger disable trigger append_only');
  await database.ask('delete from lethe.ledger where seq > $1', [entries]);
  await database.ask('alter table lethe.ledger enable trigger append_only');
}
