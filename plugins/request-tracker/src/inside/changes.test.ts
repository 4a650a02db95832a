import { describe, expect, it } from '@jest/globals';
import { Personal } from '@lethe/core';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import { digestOf, InsidePart } from '@lethe/inside';
import { z } from 'zod';
import { cellsChanged, changesFor } from './changes.ts';

const headers = 'From: Ada <ada@quell.test>\nCC: bo@quell.test, eve@quell.test\nX-RT-Interface: Email';

/** Lethe's part as it answers: these headers, and two sessions of account 47. */
const part = new InsidePart({
  path: (call) => call,
  ask: async ({ path, body }, schema) => {
    const { rows } = z.object({ rows: z.array(z.unknown()).default([]) }).parse(body);
    const session = { id: 'abc', column: null, text: null, why: ['self'], may: ['remove'], made: null, facts: {} };
    if (path === 'reread') return schema.parse({ readings: rows.map(() => ({ state: 'here', text: headers })) });
    return schema.parse({
      traces: ['47', '27'].map((user) => ({ ...session, table: 'sessions', links: { user } })),
      next: null,
    });
  },
});

function step(spot: string, more: Partial<ReadyStep> = {}): ReadyStep {
  return { id: 's' as StepId, spot: spot as SpotId, kind: 'message.envelope', verb: 'clear', ...more };
}

async function changesOf(...steps: readonly ReadyStep[]): Promise<unknown> {
  return (await changesFor(part, steps)).flat();
}

const blank = { form: 'plain', text: Personal.blank } as const;
const seen = digestOf(Personal.of(headers));
const where = { table: 'Attachments', id: '23', column: 'Headers' };

describe('changes of headers', () => {
  it('keep what tells how the mail came in', async () => {
    const text = 'CC: bo@quell.test, eve@quell.test\nX-RT-Interface: Email';
    expect(await changesOf(step('Attachments:23/Head@3', { after: blank }))).toEqual([{ ...where, text, was: seen }]);
  });

  it('build on each other where one call changes both parts', async () => {
    const copies = step('Attachments:23/Copies@3', { kind: 'message.copies', after: { form: 'list', items: [] } });
    const after = 'CC: bo@quell.test, eve@quell.test\nX-RT-Interface: Email';
    expect(await changesOf(step('Attachments:23/Head@3', { after: blank }), copies)).toEqual([
      { ...where, text: after, was: seen },
      { ...where, text: 'X-RT-Interface: Email', was: digestOf(Personal.of(after)) },
    ]);
  });

  it('are told from an edit since the review', async () => {
    const before = Personal.of('From: Ada');
    const [change] = (
      await changesFor(part, [step('Attachments:23/Head@3', { verb: 'cut', after: blank, before })])
    ).flat();
    expect(change).toMatchObject({ was: digestOf(before) });
  });
});

describe('other changes', () => {
  it('remove all sessions of an account and nobody else’s, which have no ids of their own in a plan', async () => {
    expect(await changesOf(step('Users:47/Sessions', { kind: 'person.access', verb: 'close' }))).toEqual([
      { table: 'sessions', id: 'abc', remove: true },
    ]);
  });

  it('disable an account, and empty its secrets', async () => {
    const steps = ['Principals:47/Disabled', 'Users:47/Password'].map((spot) => step(spot, { verb: 'close' }));
    expect(await changesOf(...steps)).toEqual([
      { table: 'Principals', id: '47', column: 'Disabled', text: '1' },
      { table: 'Users', id: '47', column: 'Password', text: '' },
    ]);
  });

  it('empty a file that cannot go as a row, which is two cells', async () => {
    const file = step('Attachments:23/File@3', { kind: 'attachment', verb: 'remove' });
    expect(cellsChanged(file)).toBe(2);
    expect(await changesOf(file)).toEqual([
      { table: 'Attachments', id: '23', column: 'Filename', text: '' },
      { table: 'Attachments', id: '23', column: 'Content', text: '' },
    ]);
  });

  it('are refused for a spot RT does not have', async () => {
    await expect(changesOf(step('nothing'))).rejects.toMatchObject({ code: 'rejected' });
  });
});
