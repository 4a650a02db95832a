import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '@lethe/core';

import { TestStorage } from '../testing/test-storage.ts';
import type { NewInquiry } from './inquiries.ts';

const ground = new TestStorage();

function inquiry(): NewInquiry {
  const askedAt = new Date('2026-11-28T12:00:00Z');
  return {
    id: crypto.randomUUID(),
    kind: 'review',
    host: 'desk',
    person: '7' as PersonId,
    askedBy: 'operator-1',
    askedAt,
  };
}

describe('what is looked up in the background', () => {
  it('goes from waiting to its end, and no further', async () => {
    const { inquiries } = ground.storage.api;
    const asked = inquiry();
    await inquiries.begin(asked);
    expect(await inquiries.find(asked.id)).toMatchObject({ ...asked, state: 'waiting', found: 0 });
    await inquiries.note(asked.id, 25);
    expect(await inquiries.find(asked.id)).toMatchObject({ state: 'looking', found: 25 });
    await inquiries.end(asked.id, { at: 'idle' });
    await inquiries.note(asked.id, 50);
    await inquiries.end(asked.id, { at: 'other' });
    expect(await inquiries.find(asked.id)).toMatchObject({ state: 'ended', found: 25, ending: { at: 'idle' } });
    expect(await inquiries.newest('operator-1', 5)).toHaveLength(1);
    expect(await inquiries.newest('operator-2', 5)).toHaveLength(0);
    expect(await inquiries.find('no-uuid')).toBeUndefined();
  });

  it("is interrupted the moment its process ends, and nobody else's to write", async () => {
    const other = await ground.open();
    const asked = inquiry();
    await other.api.inquiries.begin(asked);
    await ground.storage.api.inquiries.end(asked.id, { at: 'stolen' });
    expect(await ground.storage.api.inquiries.find(asked.id)).toMatchObject({ state: 'waiting' });
    await other.close();
    expect(await ground.storage.api.inquiries.find(asked.id)).toMatchObject({ state: 'interrupted' });
  });
});
