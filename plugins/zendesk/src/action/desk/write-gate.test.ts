import { describe, expect, it } from '@jest/globals';
import { Fenced } from '@lethe/core';
import type { Call, HttpPort } from '../../http-port.ts';
import type { Standing } from '../account/heartbeat.ts';
import { gated } from './write-gate.ts';

const reading: Call = { what: 'read', method: 'GET', path: '/api/v2/users/me' };
const writing: Call = { what: 'change a ticket', method: 'PUT', path: '/api/v2/tickets/1' };

/** A gate whose lock stands as a test says; `before` it is asked, and while a call waits for the governor. */
function scene(before: Standing, whileWaiting: Standing = before) {
  const made: string[] = [];
  const state = { standing: before };
  const watch = {
    now: () => new Date('2026-04-01T08:00:00Z'),
    standing: () => state.standing,
    assure: async () => {
      if (state.standing === 'lost') throw new Fenced();
      state.standing = 'sure';
    },
  };
  const transport: HttpPort = async ({ what }) => {
    made.push(what);
    return { status: 200, headers: {}, json: {} };
  };
  const govern =
    (port: HttpPort): HttpPort =>
    async (call) => {
      if (whileWaiting !== before) state.standing = whileWaiting;
      return port(call);
    };
  return { made, ...gated(transport, govern, () => watch) };
}

describe('the gate before every call that writes', () => {
  it('lets reading through whatever has become of the lock', async () => {
    const { port, made } = scene('lost');
    await port(reading);
    expect(made).toEqual(['read']);
  });

  it('lets writing through while the person is ours, asking Zendesk first where that is unsure', async () => {
    for (const standing of ['sure', 'unsure'] as const) {
      const { port, made } = scene(standing);
      await port(writing);
      expect(made).toEqual(['change a ticket']);
    }
  });

  it('lets nothing be written once the person was lost, also while the call waited for its turn', async () => {
    for (const [before, after] of [
      ['lost', 'lost'],
      ['sure', 'lost'],
    ] as const) {
      const { port, made } = scene(before, after);
      await expect(port({ ...writing })).rejects.toThrow(Fenced);
      expect(made).toEqual([]);
    }
  });

  it('puts a call off that waited for longer than the lock is good for: it is made again, and Zendesk asked', async () => {
    const { port, made } = scene('sure', 'unsure');
    const refused = port(writing);
    await expect(refused).rejects.toMatchObject({ code: 'too-fast', retryAt: new Date('2026-04-01T08:00:01Z') });
    expect(made).toEqual([]);
  });

  it('does not stand in the way of the lock itself', async () => {
    const { open, made } = scene('lost');
    await open({ ...writing, what: 'delete the lock' });
    expect(made).toEqual(['delete the lock']);
  });
});
