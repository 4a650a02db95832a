import { describe, expect, it } from '@jest/globals';
import { HostError } from '../errors.ts';
import type { Host, Reading, Spot, SpotId, StepId } from '../host.ts';
import { reviewOf, runOf } from '../testing/journey.ts';
import type { TestRun } from '../testing/journey.ts';
import { but } from '../testing/saboteurs/saboteur.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import { ada, plain, spotId, spotOf } from '../testing/spots.ts';
import { virtualClock } from '../testing/virtual-clock.ts';
import { Ended } from './ending.ts';
import { readAgain, rereadEach } from './read.ts';
import type { Progress } from './run.ts';
import { Worklist } from './worklist.ts';

function spotsOf(count: number): readonly Spot[] {
  return Array.from({ length: count }, (_, at) => spotOf('person.phone', plain('0'), { id: spotId(`phone-${at}`) }));
}

async function runOn(spots: readonly Spot[], changes: Partial<Host> = {}): Promise<TestRun> {
  const host = scriptedHost(spots);
  const review = await reviewOf(host, ada.id, { who: ada.identifiers });
  return runOf(but(host, changes), review, { clock: virtualClock() });
}

async function all(progress: AsyncIterable<Progress>): Promise<readonly Progress[]> {
  const shown: Progress[] = [];
  for await (const one of progress) shown.push(one);
  return shown;
}

/** Lists so many of the spots, then fails; goes well once there is no failure left. */
function breaking(spots: readonly Spot[], failures: readonly number[]): Host['spots'] {
  const left = [...failures];
  return async function* () {
    const at = left.shift();
    yield* spots.slice(0, at);
    if (at !== undefined) throw new HostError('down', 'Wait.');
  };
}

function readingOf(spot: SpotId): Reading {
  return { spot, content: plain('0') };
}

describe('reading everything again', () => {
  it('shows after each 200 spots how far it is', async () => {
    const run = await runOn(spotsOf(450));

    expect(await all(readAgain(run, new Worklist(run, [])))).toEqual([
      { phase: 'reading', done: 200 },
      { phase: 'reading', done: 400 },
    ]);
  });

  it('starts anew when the listing broke off, after a wait that grows', async () => {
    const spots = spotsOf(3);
    const run = await runOn(spots, { spots: breaking(spots, [2, 1]) });
    const list = new Worklist(run, []);

    expect(await all(readAgain(run, list))).toEqual([
      { phase: 'reading', done: 2, waitingUntil: new Date('2026-04-01T08:00:01Z') },
      { phase: 'reading', done: 1, waitingUntil: new Date('2026-04-01T08:00:03Z') },
    ]);
    expect(list.unseen).toEqual([]);
  });

  it('gives up when the listing breaks off for the sixth time', async () => {
    const spots = spotsOf(3);
    const run = await runOn(spots, { spots: breaking(spots, [2, 2, 2, 2, 2, 2]) });

    await expect(all(readAgain(run, new Worklist(run, [])))).rejects.toThrow(HostError);
  });

  it('can be interrupted while it lists', async () => {
    const run = { ...(await runOn(spotsOf(200))), interrupted: () => true };

    await expect(all(readAgain(run, new Worklist(run, [])))).rejects.toThrow(Ended);
  });

  it('settles in one change what is clean or stale, and leaves the rest open', async () => {
    const spots = spotsOf(3);
    const now = spots.map((spot, at): Spot => ({ ...spot, content: plain(['', '1', '0'][at] ?? '') }));
    let rereads = 0;
    const reread: Host['reread'] = async function* () {
      rereads += 1;
      yield* [];
    };
    const run = await runOn(spots, { spots: breaking(now, []), reread });
    const list = new Worklist(run, []);
    await all(readAgain(run, list));

    expect(run.journal.changes).toEqual([
      {
        settle: [
          { step: 'phone-0', outcome: 'already-clean' },
          { step: 'phone-1', outcome: 'stale' },
        ],
      },
    ]);
    expect(list.open.map(({ spot }) => spot)).toEqual(['phone-2']);
    expect(rereads).toBe(0);
  });

  it('settles nothing when the plan grew before the first call', async () => {
    const spots = spotsOf(2);
    const run = await runOn(spots, { spots: breaking([...spotsOf(3)].reverse(), []) });
    const list = new Worklist(run, []);
    await all(readAgain(run, list));

    expect(list.grown).toEqual(['phone-2']);
    expect(run.journal.changes).toEqual([]);
  });

  it('settles all the same when the plan grew while a run was broken off', async () => {
    const now = spotsOf(3).map((spot): Spot => ({ ...spot, content: plain('1') }));
    const run = await runOn(spotsOf(2), { spots: breaking(now, []) });
    const list = new Worklist(run, [{ step: String(spotId('phone-0')) as StepId, attempts: 1 }]);
    await all(readAgain(run, list));

    expect(list.grown).toEqual(['phone-2']);
    expect(list.counts).toEqual({ stale: 2 });
  });
});

describe('rereading', () => {
  const ids = (count: number): readonly SpotId[] => spotsOf(count).map(({ id }) => id);

  /** Rereads with these answers; tells what was taken and shown. */
  async function reread(
    count: number,
    answer: Host['reread'],
  ): Promise<{ taken: readonly string[]; shown: readonly Progress[] }> {
    const run = await runOn([], { reread: answer });
    const taken: string[] = [];
    const take = ({ spot }: Reading): void => void taken.push(spot);
    const shown = await all(rereadEach({ run, list: new Worklist(run, []), phase: 'proving' }, ids(count), take));
    return { taken, shown };
  }

  it('asks nothing where there is nothing to read', async () => {
    expect(
      await reread(0, () => {
        throw new TypeError('Nobody should ask.');
      }),
    ).toEqual({ taken: [], shown: [] });
  });

  it('takes each spot once, and none that was not asked for', async () => {
    const { taken } = await reread(2, async function* () {
      yield* ['phone-1', 'phone-9', 'phone-0', 'phone-1'].map((text) => readingOf(spotId(text)));
    });

    expect(taken).toEqual(['phone-1', 'phone-0']);
  });

  it('asks once only for spots the host leaves out', async () => {
    const { taken, shown } = await reread(2, async function* () {
      yield readingOf(spotId('phone-1'));
    });

    expect(taken).toEqual(['phone-1']);
    expect(shown).toEqual([]);
  });

  it('goes on with what is left, and is patient as long as it gets further', async () => {
    const asked: number[] = [];
    const { taken, shown } = await reread(9, async function* (spots) {
      asked.push(spots.length);
      yield* spots.slice(0, 1).map(readingOf);
      throw new HostError('too-fast', 'Wait.');
    });

    expect(asked).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(taken).toHaveLength(9);
    expect(shown[0]).toEqual({ phase: 'proving', done: 1, of: 9, waitingUntil: new Date('2026-04-01T08:00:01Z') });
  });

  it('gives up after six times without a reading', async () => {
    let asked = 0;
    const failing = reread(2, async function* () {
      asked += 1;
      yield* [];
      throw new HostError('down', 'Wait.');
    });

    await expect(failing).rejects.toThrow(HostError);
    expect(asked).toBe(6);
  });

  it('shows how far it is whenever a multiple of 200 is left', async () => {
    const { shown } = await reread(401, async function* (spots) {
      yield* spots.map(readingOf);
    });

    expect(shown).toEqual([1, 201, 401].map((done) => ({ phase: 'proving', done, of: 401 })));
  });
});
