import { describe, expect, it } from '@jest/globals';
import { inventedRecord, inventedSecrets } from '@lethe/core/testing';

import { collect } from '../testing/collect.ts';
import { TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

describe('a plan that repeats an erasure', () => {
  it('S18 keeps which one, and so does the ledger', async () => {
    const replays = { run: 'run-of-old', endedAt: '2026-03-01T00:00:00.000Z', digest: 'd'.repeat(64) };
    const record = { ...inventedRecord(), replays };
    await ground.storage.savePlan(record, inventedSecrets());

    expect(await ground.storage.plan(record.id)).toEqual(record);
    expect((await collect(ground.storage.ledger())).at(-1)?.fact).toMatchObject({ replays: 'run-of-old' });
  });
});
