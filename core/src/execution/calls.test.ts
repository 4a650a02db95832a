import { describe, expect, it } from '@jest/globals';
import { HostError } from '../errors.ts';
import type { HostErrorCode } from '../errors.ts';
import type { Host, Receipt, ReadyStep, StepGroup, StepId } from '../host.ts';
import { but } from '../testing/saboteurs/saboteur.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import { spotId } from '../testing/spots.ts';
import { virtualClock } from '../testing/virtual-clock.ts';
import { Patience, receiptsOf } from './calls.ts';
import type { Progress } from './run.ts';

const progress: Progress = { phase: 'blanking', done: 3, of: 9 };

function step(name: string): ReadyStep {
  return { id: name as StepId, spot: spotId(name), kind: 'message.body', verb: 'remove' };
}

function groupOf(...names: readonly string[]): StepGroup {
  return { call: 'change', steps: names.map(step) };
}

/** A host whose calls fail as listed before they go well. */
function failing(errors: readonly Error[]): { readonly host: Host; readonly calls: readonly string[] } {
  const host = scriptedHost([]);
  const left = [...errors];
  const apply = (group: StepGroup): Promise<readonly Receipt[]> =>
    left.length > 0 ? Promise.reject(left.shift() ?? new Error('never')) : host.apply(group);
  return { host: but(host, { apply }), calls: host.calls };
}

async function called(host: Host, group = groupOf('a')): Promise<Called> {
  const clock = virtualClock();
  const shown: Progress[] = [];
  const calling = receiptsOf({ host, clock, progress }, group);
  for (;;) {
    const next = await calling.next();
    if (next.done === true) return { receipts: next.value, shown, waited: clock.waited };
    shown.push(next.value);
  }
}

interface Called {
  readonly receipts: readonly Receipt[];
  readonly shown: readonly Progress[];
  readonly waited: readonly number[];
}

function times(count: number, code: HostErrorCode): readonly HostError[] {
  return Array.from({ length: count }, () => new HostError(code, 'Wait a little.'));
}

describe('a call', () => {
  it('that goes well gives its receipts at once', async () => {
    expect(await called(failing([]).host)).toEqual({
      receipts: [{ step: 'a', claim: 'done' }],
      shown: [],
      waited: [],
    });
  });

  it.each(['too-fast', 'down', 'locked'] as const)('waits 1, 2, 4, 8 and 16 s where the host is %s', async (code) => {
    const { receipts, shown, waited } = await called(failing(times(5, code)).host);

    expect(waited).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(receipts).toEqual([{ step: 'a', claim: 'done' }]);
    expect(shown.map(({ waitingUntil }) => waitingUntil?.toISOString().slice(14, 19))).toEqual([
      '00:01',
      '00:03',
      '00:07',
      '00:15',
      '00:31',
    ]);
    expect(shown[0]).toMatchObject(progress);
  });

  it.each(['too-fast', 'down', 'locked'] as const)('gives up after six tries where the host stays %s', async (code) => {
    const errors = times(6, code);

    await expect(called(failing(errors).host)).rejects.toBe(errors[5]);
  });

  it.each<[string, number, number]>([
    ['a minute from now', 60_000, 60_000],
    ['in the past', -5_000, 0],
  ])('waits until the time the host names: %s', async (_when, from, wait) => {
    const retryAt = new Date(virtualClock().now().getTime() + from);
    const { waited, shown } = await called(failing([new HostError('too-fast', 'Wait.', { retryAt })]).host);

    expect(waited).toEqual([wait]);
    expect(shown).toEqual([{ ...progress, waitingUntil: retryAt }]);
  });

  it.each([
    ['a sign-in that ran out', new HostError('signed-out', 'Sign in again.')],
    ['a fault of the program', new TypeError('undefined is not a function')],
  ])('is not made again after %s', async (_what, error) => {
    const { host, calls } = failing([error]);

    await expect(called(host)).rejects.toBe(error);
    expect(calls).toEqual([]);
  });

  it.each(['not-permitted', 'rejected', 'unreadable'] as const)(
    'that is %s is a refusal of its one step',
    async (code) => {
      const { receipts, waited } = await called(failing([new HostError(code, 'Ask for the right.')]).host);

      expect(receipts).toEqual([{ step: 'a', claim: 'refused', code, remedy: 'Ask for the right.' }]);
      expect(waited).toEqual([]);
    },
  );

  it('about something gone finds its step done', async () => {
    expect((await called(failing([new HostError('gone', 'No such issue.')]).host)).receipts).toEqual([
      { step: 'a', claim: 'absent' },
    ]);
  });

  it('refused as a whole is made again step by step, so that one bad step does not hold up its neighbours', async () => {
    const host = scriptedHost([]);
    const apply = (group: StepGroup): Promise<readonly Receipt[]> =>
      group.steps.some(({ spot }) => spot === 'b')
        ? Promise.reject(new HostError('rejected', 'It is locked for good.'))
        : host.apply(group);
    const { receipts } = await called(but(host, { apply }), groupOf('a', 'b', 'c'));

    expect(receipts).toEqual([
      { step: 'a', claim: 'done' },
      { step: 'b', claim: 'refused', code: 'rejected', remedy: 'It is locked for good.' },
      { step: 'c', claim: 'done' },
    ]);
    expect(host.calls).toEqual(['change a', 'change c']);
  });

  it('is patient with each of the single calls anew', async () => {
    const { host } = failing([...times(5, 'down'), new HostError('rejected', 'No.'), ...times(5, 'down')]);

    expect((await called(host, groupOf('a', 'b'))).receipts.map(({ claim }) => claim)).toEqual(['done', 'done']);
  });
});

describe('patience', () => {
  it('starts anew once the host got further', async () => {
    const clock = virtualClock();
    const patience = new Patience(clock);
    for (const [error] of [times(1, 'down'), times(1, 'down')]) {
      await patience.wait(error, progress).next();
    }
    patience.renew();
    const waiting = patience.wait(times(1, 'down')[0], progress);
    await waiting.next();
    await waiting.next();

    expect(clock.waited).toEqual([1_000]);
  });

  it('shows that it waits before it does', async () => {
    const clock = virtualClock();
    const waiting = new Patience(clock).wait(times(1, 'down')[0], progress);

    expect((await waiting.next()).value).toMatchObject({ waitingUntil: new Date('2026-04-01T08:00:01Z') });
    expect(clock.waited).toEqual([]);
    expect((await waiting.next()).done).toBe(true);
    expect(clock.waited).toEqual([1_000]);
  });
});
