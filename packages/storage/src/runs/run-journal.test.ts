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
    await ground.database.ask("insert into lethe.run_ledger select $1, 1, now(), '{}', '', ''", [record.id]);
    const settled = { what: 'steps-settled', run: record.id, counts: { clean: 1 } } as const;
    const change = { intend: stepIds(1), facts: [settled] };
    await expect(journal.write(change)).rejects.toMatchObject({ code: 'database' });
    expect(await collect(journal.entries())).toEqual([]);
    await removeForgedEntry(ground, record.id);
    await journal.write(change);
    expect(await collect(ground.storage.ledger())).toHaveLength(before.length + 1);
  });
});

/** The ledger refuses even its owner; only switching its guard off helps, which a test may. */
async function removeForgedEntry({ database }: TestStorage, run: string): Promise<void> {
  await database.ask('alter table lethe.run_ledger disable trigger append_only');
  await database.ask('delete from lethe.run_ledger where run = $1', [run]);
  await database.ask('alter table lethe.run_ledger enable trigger append_only');
}
