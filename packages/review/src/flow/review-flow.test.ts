import { describe, expect, it } from '@jest/globals';
import { HostError, identifiersFrom } from '@lethe/core';
import type { Obstacle, ObstacleCode } from '@lethe/core';
import { but, generatedWorld, hunterFor, memoryDisk, mint, personId } from '@lethe/core/testing';
import type { Lock } from '../desk.ts';
import { LockRoom, StandIn } from '../testing/index.ts';
import type { DeskInMemory } from '../testing/index.ts';
import { ReviewFlow } from './review-flow.ts';
import type { FlowState } from './state.ts';

/** The state, which must be of that name. */
function stateOf<At extends FlowState['at']>({ state }: ReviewFlow, at: At): Extract<FlowState, { readonly at: At }> {
  if (!isAt(state, at)) throw new RangeError(`The flow is at ${state.at}: ${JSON.stringify(state)}`);
  return state;
}

function isAt<At extends FlowState['at']>(state: FlowState, at: At): state is Extract<FlowState, { readonly at: At }> {
  return state.at === at;
}

function statesOf(flow: ReviewFlow): readonly FlowState[] {
  const states: FlowState[] = [flow.state];
  flow.subscribe(() => states.push(flow.state));
  return states;
}

function codesOf(obstacles: readonly Obstacle[]): readonly ObstacleCode[] {
  return obstacles.map(({ code }) => code);
}

/** Reviews and types the phrase. */
async function runOf(flow: ReviewFlow, { person }: StandIn): Promise<void> {
  await flow.review(person);
  await flow.confirm(stateOf(flow, 'reviewed').phrase);
}

/** A title in the ticket of strangers, second in a world of `[0, 13]`. */
const strangersTitle = mint('spot', 'ticket-2/title');

async function leftOf({ ground, world }: StandIn): Promise<readonly string[]> {
  return (await hunterFor(world.secrets)(ground.dump())).hits.map(({ secret }) => secret);
}

describe('the whole way', () => {
  it('goes from the look over the sheet and the phrase to the report', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    const states = statesOf(flow);

    await flow.review(scene.person);
    const { phrase, record, sheet } = stateOf(flow, 'reviewed');
    expect(phrase).toBe(`ANONYMIZE ${String(record.plan.steps.length)}`);
    expect(sheet.totals.blanked).toBe(record.plan.steps.length);
    expect(scene.ground.calls().writes).toBe(0);

    await flow.confirm(` ${phrase} `);
    const { run, report } = stateOf(flow, 'finished');
    expect(run.state).toBe('done');
    expect(report.steps.proven).toBe(record.plan.steps.length);
    expect(await leftOf(scene)).toEqual([]);
    expect([...new Set(states.map(({ at }) => at))]).toEqual(['idle', 'looking', 'reviewed', 'running', 'finished']);
  });

  it('counts spots while it looks', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    const states = statesOf(flow);

    await flow.review(scene.person);
    const found = states.flatMap((state) => (isAt(state, 'looking') ? [state.found] : []));
    expect(found).toEqual([0, 25]);
  });

  it('shows how far the whole run is, never going back, and how long it still takes', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk({ estimate: () => 120 }));
    const states = statesOf(flow);

    await runOf(flow, scene);
    expect(states.flatMap((state) => (isAt(state, 'reviewed') ? [state.seconds] : []))).toContain(120);
    const progress = states.flatMap((state) => (isAt(state, 'running') ? [state.progress] : []));
    const shares = progress.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeGreaterThan(0.8);
    expect(progress[0]?.secondsLeft).toBe(120);
    expect(progress.at(-1)?.secondsLeft).toBeLessThan(24);
  });

  it('looks for what the host does not file when told of it, and keeps it out of every state', async () => {
    const scene = new StandIn(generatedWorld([0, 13]));
    const flow = new ReviewFlow(scene.desk());
    const states = statesOf(flow);
    await flow.review(scene.person);
    const without = stateOf(flow, 'reviewed').record.plan;
    await scene.ground.edit(strangersTitle, 'Forwarded for zoe.maiden@old.test');

    await flow.review(scene.person, { also: identifiersFrom({ addresses: ['zoe.maiden@old.test'] }) });
    const { plan } = stateOf(flow, 'reviewed').record;
    expect(plan.steps).toHaveLength(without.steps.length + 1);
    expect(JSON.stringify(states)).not.toContain('maiden');
  });

  it('says which identifiers are not looked for, without saying what they are', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    await flow.review(scene.person, { also: identifiersFrom({ addresses: ['info@quill.test'] }) });

    const { refusedIdentifiers } = stateOf(flow, 'reviewed');
    expect(refusedIdentifiers.map(({ kind }) => kind)).toEqual(['addresses']);
    expect(JSON.stringify(refusedIdentifiers)).not.toContain('info@');
  });

  it('hands out the same state until something changes, and tells nobody who has left', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    const { subscribe } = flow;
    let told = 0;
    const leave = subscribe(() => {
      told += 1;
    });
    expect(flow.state).toBe(flow.state);
    leave();
    await flow.review(scene.person);
    expect(told).toBe(0);
  });
});

describe('the confirmation', () => {
  it.each(['', 'ANONYMIZE', 'anonymize 17', 'ANONYMIZE 1'])('"%s" begins nothing and says why', async (typed) => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person);
    await flow.confirm(typed);

    expect(stateOf(flow, 'reviewed').refused?.code).toBe('confirmation-wrong');
    expect(scene.ground.calls().writes).toBe(0);
    expect(await desk.store.runs()).toEqual([]);
  });

  it('is right after it was wrong, and the refusal is gone', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    await flow.review(scene.person);
    const { phrase } = stateOf(flow, 'reviewed');
    await flow.confirm('no');
    const states = statesOf(flow);
    await flow.confirm(phrase);

    stateOf(flow, 'finished');
    expect(states.slice(1).filter((state) => isAt(state, 'reviewed') && state.refused !== undefined)).toEqual([]);
  });

  it('begins one run, however often the button is clicked', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person);
    const { phrase } = stateOf(flow, 'reviewed');
    await Promise.all([flow.confirm(phrase), flow.confirm(phrase), flow.confirm(phrase)]);
    await flow.confirm(phrase);
    await flow.acknowledge(['already-anonymized']);

    stateOf(flow, 'finished');
    expect(await desk.store.runs()).toHaveLength(1);
  });

  it('does nothing where no plan is on the screen', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await flow.confirm('ANONYMIZE 17');
    await flow.acknowledge(['already-anonymized']);

    stateOf(flow, 'idle');
    expect(scene.ground.calls().all).toBe(0);
  });

  it('does not hold for a plan that somebody has reviewed anew', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const [one, other] = ['one', 'other'].map((holder) => new ReviewFlow(scene.desk({ disk, holder })));
    await one!.review(scene.person);
    await other!.review(scene.person);
    await one!.confirm(stateOf(one!, 'reviewed').phrase);

    expect(stateOf(one!, 'reviewed').refused?.code).toBe('confirmation-outdated');
    expect(scene.ground.calls().writes).toBe(0);
  });

  it('can be taken back as long as the run has not begun', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person);
    const confirming = flow.confirm(stateOf(flow, 'reviewed').phrase);
    expect(stateOf(flow, 'reviewed').confirming).toBe(true);
    flow.stop();
    await confirming;

    expect(stateOf(flow, 'reviewed').confirming).toBeUndefined();
    expect(await desk.store.runs()).toEqual([]);
  });

  it('of a plan that has grown since ends before the first write, and a new review covers the rest', async () => {
    const scene = new StandIn(generatedWorld([0, 13]));
    const flow = new ReviewFlow(scene.desk());
    await flow.review(scene.person);
    const { phrase } = stateOf(flow, 'reviewed');
    await scene.ground.edit(strangersTitle, `Please call ${scene.world.target.addresses[0]!}`);
    await flow.confirm(phrase);

    const { run, resumable } = stateOf(flow, 'stopped');
    expect(run.ending?.reason).toBe('plan-grew');
    expect(resumable).toBe(false);
    expect(scene.ground.calls().writes).toBe(0);
    await runOf(flow, scene);
    stateOf(flow, 'finished');
    expect(await leftOf(scene)).toEqual([]);
  });
});

describe('what stands in the way', () => {
  it('is shown before anything is planned, and can be acknowledged where it may be', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await runOf(flow, scene);
    await flow.review(scene.person);
    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['already-anonymized']);

    await flow.acknowledge(['already-anonymized']);
    await flow.confirm(stateOf(flow, 'reviewed').phrase);
    expect(stateOf(flow, 'finished').run.approval.acknowledged).toEqual(['already-anonymized']);
  });

  it('adds up what was acknowledged, and forgets nothing that was wished at first', async () => {
    const scene = new StandIn(generatedWorld([0, 13]));
    const host = but(scene.host, {
      findPeople: async function* (query) {
        for await (const person of scene.host.findPeople(query)) yield { ...person, masteredBy: 'ldap' as const };
      },
    });
    const desk = scene.desk({ host });
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person, { acknowledged: ['mastered-elsewhere'] });
    await flow.confirm(stateOf(flow, 'reviewed').phrase);
    await scene.ground.edit(strangersTitle, 'Forwarded for zoe.maiden@old.test');

    await flow.review(scene.person, { also: identifiersFrom({ addresses: ['zoe.maiden@old.test'] }) });
    await flow.acknowledge(['mastered-elsewhere']);
    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['already-anonymized']);
    await flow.acknowledge(['already-anonymized']);
    expect(stateOf(flow, 'reviewed').record.plan.steps.map(({ spot }) => spot)).toContain(strangersTitle);
  });

  it('stays where it may not be acknowledged', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    await flow.review(personId('account-agent'));
    const { obstacles } = stateOf(flow, 'blocked');
    await flow.acknowledge(codesOf(obstacles));

    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(codesOf(obstacles));
  });

  it('names what the host itself lacks together with the rest', async () => {
    const scene = new StandIn();
    const lacking: Obstacle = { code: 'host-right-missing', says: 'No.', remedy: 'Give it.' };
    const host = but(scene.host, { preflight: () => Promise.resolve([lacking]) });
    const flow = new ReviewFlow(scene.desk({ host }));
    await flow.review(personId('account-agent'));

    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['host-right-missing', 'not-end-user']);
  });

  it('is asked again when the run begins: a hold placed since the review stops it before the first write', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person);
    Object.assign(desk, { holds: [{ person: scene.person, reason: 'litigation', reviewOn: '2027-03-01' }] });
    await flow.confirm(stateOf(flow, 'reviewed').phrase);

    expect(codesOf(stateOf(flow, 'stopped').run.ending?.obstacles ?? [])).toEqual(['legal-hold']);
    expect(scene.ground.calls().writes).toBe(0);
  });

  it('an account that is not there is trouble that says so', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    await flow.review(personId('account-nobody'));

    expect(stateOf(flow, 'trouble').code).toBe('gone');
  });
});

describe('the right', () => {
  it('is asked before the host is asked for anything', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    desk.allowed = undefined;
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person);

    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['right-missing']);
    expect(scene.ground.calls().all).toBe(0);
  });

  it('to look at a plan does not suffice to run it', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    desk.who = { id: 'agent-2', groups: ['support'], administrator: false };
    desk.allowed = { activation: ['support'], grants: { support: ['preview'] } };
    const flow = new ReviewFlow(desk);
    await runOf(flow, scene);

    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['right-missing']);
    expect(await desk.store.runs()).toEqual([]);
  });

  it.each([1, 2, 3])(
    'withdrawn before call %i stops the whole run there, and given back lets it go on',
    async (call) => {
      const scene = new StandIn();
      const desk = scene.desk();
      const flow = new ReviewFlow(desk);
      scene.beforeWrite = (write) => {
        if (write === call) desk.allowed = { activation: 'off', grants: {} };
      };
      await runOf(flow, scene);

      const { run, resumable, report } = stateOf(flow, 'stopped');
      expect(codesOf(run.ending?.obstacles ?? [])).toEqual(['right-missing']);
      expect(scene.ground.calls().writes).toBe(call);
      expect(report.notProven.filter(({ end }) => end === 'refused')).toEqual([]);
      expect(resumable).toBe(true);

      await flow.resume(run.id);
      expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['right-missing']);
      desk.allowed = scene.desk().allowed;
      scene.beforeWrite = () => undefined;
      await flow.resume(run.id);
      stateOf(flow, 'finished');
      expect(await leftOf(scene)).toEqual([]);
    },
  );

  it('is needed to open a run and to call it off', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    await runOf(flow, scene);
    const { run } = stateOf(flow, 'finished');
    desk.allowed = undefined;

    await flow.open(run.id);
    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['right-missing']);
    await flow.callOff(run.id);
    expect(codesOf(stateOf(flow, 'blocked').obstacles)).toEqual(['right-missing']);
  });
});

describe('stopping', () => {
  it('ends a run before its next call; resumed, it goes on to the end', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    const states = statesOf(flow);
    scene.beforeWrite = (write) => {
      if (write === 2) {
        flow.stop();
        flow.stop();
      }
    };
    await runOf(flow, scene);

    const { run, resumable } = stateOf(flow, 'stopped');
    expect(run.ending?.reason).toBe('interrupted');
    expect(resumable).toBe(true);
    expect(scene.ground.calls().writes).toBe(2);
    expect(states.findLast((state) => isAt(state, 'running'))?.stopping).toBe(true);
    await flow.resume(run.id);
    stateOf(flow, 'finished');
    expect(await leftOf(scene)).toEqual([]);
  });

  it('cuts a long wait short', async () => {
    const scene = new StandIn();
    const waiting = { now: () => scene.clock.now(), wait: () => new Promise<void>(() => undefined) };
    const flow = new ReviewFlow(scene.desk({ clock: waiting }));
    scene.ground.faults.set({ kind: 'too-fast-dated', on: 'writes', times: Infinity });
    flow.subscribe(() => {
      if (isAt(flow.state, 'running') && flow.state.progress.waitingUntil !== undefined) flow.stop();
    });
    await runOf(flow, scene);

    expect(stateOf(flow, 'stopped').run.ending?.reason).toBe('interrupted');
    expect(scene.ground.calls().writes).toBe(1);
  });

  it('gives a look up without storing a plan', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    flow.subscribe(() => {
      if (isAt(flow.state, 'looking') && flow.state.found > 0) flow.stop();
    });
    await flow.review(scene.person);

    stateOf(flow, 'idle');
    expect(await desk.store.latestPlan(desk.name, scene.person)).toBeUndefined();
  });

  it('gives a look up also when all has been read', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow: ReviewFlow = new ReviewFlow(
      Object.assign(desk, {
        uuid: () => {
          flow.stop();
          return 'plan-1';
        },
      }),
    );
    await flow.review(scene.person);
    expect(flow.state).toEqual({ at: 'idle' });
  });

  it('takes a resumption back as long as the run has not been taken over', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    scene.beforeWrite = () => flow.stop();
    await runOf(flow, scene);
    const { run } = stateOf(flow, 'stopped');
    const states = statesOf(flow);
    const lock = async (): Promise<Lock> => {
      flow.stop();
      return { release: () => Promise.resolve() };
    };
    Object.assign(desk, { lock });
    await flow.resume(run.id);

    expect(states.map(({ at }) => at)).toEqual(['stopped', 'stopped']);
  });

  it('does nothing where nothing is under way', () => {
    const flow = new ReviewFlow(new StandIn().desk());
    flow.stop();
    expect(flow.state).toEqual({ at: 'idle' });
  });
});

describe('a run that is open', () => {
  /** A tab that is killed in the middle of a run, before that write. */
  async function killedAt(scene: StandIn, desk: DeskInMemory, call: number): Promise<string> {
    const flow = new ReviewFlow(desk);
    await flow.review(scene.person);
    const { phrase } = stateOf(flow, 'reviewed');
    await new Promise<void>((resolve) => {
      scene.beforeWrite = (write) => {
        if (write !== call) return;
        resolve();
        return new Promise(() => undefined);
      };
      void flow.confirm(phrase);
    });
    await desk.die();
    scene.beforeWrite = () => undefined;
    return stateOf(flow, 'running').run;
  }

  it.each([1, 2, 3, 4])(
    'after a crash at call %i is found, opened and resumed by a new flow on the same store',
    async (call) => {
      const scene = new StandIn();
      const [disk, locks] = [memoryDisk(), new LockRoom()];
      const run = await killedAt(scene, scene.desk({ disk, locks, holder: 'tab-1' }), call);

      const desk = scene.desk({ disk, locks, holder: 'tab-2' });
      const flow = new ReviewFlow(desk);
      const open = await desk.store.runs({ open: true });
      expect(open.map(({ id }) => id)).toEqual([run]);
      await flow.open(run);
      expect(stateOf(flow, 'stopped').resumable).toBe(true);
      await flow.resume(run);
      expect(stateOf(flow, 'finished').run.id).toBe(run);
      expect(await leftOf(scene)).toEqual([]);
      expect(locks.holderOf(scene.person)).toBeUndefined();
    },
  );

  it('can be called off: it cannot be resumed then, and the person can be reviewed anew', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const run = await killedAt(scene, scene.desk({ disk }), 2);
    const desk = scene.desk({ disk, holder: 'tab-2' });
    const flow = new ReviewFlow(desk);
    await flow.callOff(run);

    expect(stateOf(flow, 'stopped')).toMatchObject({ run: { state: 'called-off' }, resumable: false });
    expect(await desk.store.secretsOf(run)).toBeUndefined();
    await flow.resume(run);
    expect(stateOf(flow, 'stopped').run.state).toBe('called-off');
    await flow.callOff(run);
    expect(stateOf(flow, 'stopped').run.state).toBe('called-off');
    await flow.review(scene.person);
    stateOf(flow, 'reviewed');
  });

  it('of somebody at work is neither resumed nor called off while they hold the person', async () => {
    const scene = new StandIn();
    const [disk, locks] = [memoryDisk(), new LockRoom()];
    const mine = new ReviewFlow(scene.desk({ disk, locks, holder: 'tab-1' }));
    const theirs = new ReviewFlow(scene.desk({ disk, locks, holder: 'tab-2' }));
    const seen: (readonly [string, string | undefined])[] = [];
    scene.beforeWrite = async (write) => {
      if (write !== 2) return;
      const { run } = stateOf(mine, 'running');
      for (const act of ['resume', 'callOff'] as const) {
        await theirs[act](run);
        seen.push([act, stateOf(theirs, 'stopped').refused?.code]);
      }
      await theirs.review(scene.person);
      seen.push(['review', stateOf(theirs, 'blocked').obstacles[0]?.code]);
    };
    await runOf(mine, scene);

    stateOf(mine, 'finished');
    expect(seen).toEqual([
      ['resume', 'run-in-progress'],
      ['callOff', 'run-in-progress'],
      ['review', 'run-in-progress'],
    ]);
  });

  it('without locks is not called off while a process is at work on it', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const mine = new ReviewFlow(scene.desk({ disk }));
    const theirs = new ReviewFlow(scene.desk({ disk, holder: 'tab-2' }));
    scene.beforeWrite = async (write) => {
      if (write === 1) await theirs.callOff(stateOf(mine, 'running').run);
    };
    await runOf(mine, scene);

    stateOf(mine, 'finished');
    expect(stateOf(theirs, 'stopped').refused?.code).toBe('run-in-progress');
  });

  it('that another process took over ends here as trouble, and there at its end', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const mine = new ReviewFlow(scene.desk({ disk }));
    const theirs = new ReviewFlow(scene.desk({ disk, holder: 'tab-2' }));
    scene.beforeWrite = async (write) => {
      if (write === 2 && isAt(theirs.state, 'idle')) await theirs.resume(stateOf(mine, 'running').run);
    };
    await runOf(mine, scene);

    const { code, run } = stateOf(mine, 'trouble');
    expect(code).toBe('locked');
    expect(stateOf(theirs, 'finished').run.id).toBe(run);
    await mine.open(run!);
    stateOf(mine, 'finished');
  });

  it('that was resumed since a newer review keeps that one from being run', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const mine = new ReviewFlow(scene.desk({ disk }));
    const theirs = new ReviewFlow(scene.desk({ disk, holder: 'tab-2' }));
    scene.beforeWrite = () => mine.stop();
    await runOf(mine, scene);
    await theirs.review(scene.person);
    scene.beforeWrite = async (write) => {
      if (write === 2) await theirs.confirm(stateOf(theirs, 'reviewed').phrase);
    };
    await mine.resume(stateOf(mine, 'stopped').run.id);

    stateOf(mine, 'finished');
    expect(stateOf(theirs, 'reviewed').refused?.code).toBe('run-in-progress');
  });

  it('that ended while its person was being taken is shown as it ended', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const theirs = new ReviewFlow(scene.desk({ disk }));
    scene.beforeWrite = () => theirs.stop();
    await runOf(theirs, scene);
    scene.beforeWrite = () => undefined;
    const { run } = stateOf(theirs, 'stopped');
    const lock = async (): Promise<Lock> => {
      await theirs.resume(run.id);
      return { release: () => Promise.resolve() };
    };
    const mine = new ReviewFlow(Object.assign(scene.desk({ disk, holder: 'tab-2' }), { lock }));
    await mine.resume(run.id);

    expect(stateOf(mine, 'finished').run.id).toBe(run.id);
  });

  it('is named by the trouble that kept it from being resumed', async () => {
    const scene = new StandIn();
    const desk = scene.desk();
    const flow = new ReviewFlow(desk);
    scene.beforeWrite = () => flow.stop();
    await runOf(flow, scene);
    const { run } = stateOf(flow, 'stopped');
    Object.assign(desk, { lock: () => Promise.reject(new HostError('down', 'The lock cannot be reached.')) });
    await flow.resume(run.id);

    expect(stateOf(flow, 'trouble')).toMatchObject({ code: 'down', run: run.id });
  });

  it('is not begun while somebody else holds the person', async () => {
    const scene = new StandIn();
    const locks = new LockRoom();
    locks.take(scene.person, { holder: 'somebody', run: 'theirs' });
    const desk = scene.desk({ locks });
    const flow = new ReviewFlow(desk);
    await runOf(flow, scene);

    expect(stateOf(flow, 'reviewed').refused?.says).toBe('Another agent has taken this person.');
    expect(await desk.store.runs()).toEqual([]);
  });

  it('of another host, or of nobody, is not shown', async () => {
    const scene = new StandIn();
    const disk = memoryDisk();
    const flow = new ReviewFlow(scene.desk({ disk }));
    await runOf(flow, scene);
    const { run } = stateOf(flow, 'finished');
    const elsewhere = new ReviewFlow(Object.assign(scene.desk({ disk }), { name: 'elsewhere' }));

    for (const id of [run.id, 'run-99']) {
      await elsewhere.open(id);
      expect(stateOf(elsewhere, 'trouble').code).toBe('gone');
    }
  });

  it('goes on in spite of what the host refuses once that is accepted', async () => {
    const scene = new StandIn();
    const host = but(scene.host, {
      apply: async (group) => {
        if (group.steps.some(({ kind }) => kind === 'dossier.title')) throw new HostError('rejected', 'Not this.');
        return scene.host.apply(group);
      },
    });
    const flow = new ReviewFlow(scene.desk({ host }));
    await runOf(flow, scene);
    const { run } = stateOf(flow, 'stopped');
    expect(run.ending?.reason).toBe('unfinished-steps');
    await flow.resume(run.id, { acceptRefused: true });

    expect(stateOf(flow, 'finished').run.state).toBe('done-with-gaps');
  });
});

describe('what goes wrong', () => {
  it.each(['signed-out', 'down', 'garbage'] as const)('"%s" in a look is trouble with a way out', async (kind) => {
    const scene = new StandIn();
    scene.ground.faults.set({ kind, on: 'all', after: 3, times: Infinity });
    const flow = new ReviewFlow(scene.desk());
    await flow.review(scene.person);

    const { code, says, remedy } = stateOf(flow, 'trouble');
    expect(code).toBe(kind === 'garbage' ? 'unreadable' : kind);
    expect(says).not.toBe('');
    expect(remedy).not.toBe('');
    scene.ground.faults.clear();
    await runOf(flow, scene);
    stateOf(flow, 'finished');
  });

  it('"signed-out" in a run stops it, and it goes on when that is solved', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk());
    await flow.review(scene.person);
    scene.ground.faults.set({ kind: 'signed-out', on: 'writes', after: 1, times: Infinity });
    await flow.confirm(stateOf(flow, 'reviewed').phrase);

    const { run, resumable } = stateOf(flow, 'stopped');
    expect(run.ending?.reason).toBe('signed-out');
    expect(resumable).toBe(true);
    scene.ground.faults.clear();
    await flow.resume(run.id);
    stateOf(flow, 'finished');
  });

  it('a fault is told in fixed words, handed to whoever handles faults, and leaves the run to be resumed', async () => {
    const scene = new StandIn();
    const faults: unknown[] = [];
    const fault = new TypeError('Zoë Ångström is not a function');
    const flow = new ReviewFlow(scene.desk({ locks: new LockRoom() }), (error) => faults.push(error));
    scene.beforeWrite = (write) => {
      if (write === 2) throw fault;
    };
    await runOf(flow, scene);

    const { code, says, run } = stateOf(flow, 'trouble');
    expect([code, faults]).toEqual(['fault', [fault]]);
    expect(says).not.toContain('Zoë');
    scene.beforeWrite = () => undefined;
    await flow.resume(run!);
    stateOf(flow, 'finished');
  });

  it('a run left by a fault can be called off by whoever gets its person', async () => {
    const scene = new StandIn();
    const flow = new ReviewFlow(scene.desk({ locks: new LockRoom() }), () => undefined);
    scene.beforeWrite = () => {
      throw new TypeError('a fault');
    };
    await runOf(flow, scene);
    await flow.callOff(stateOf(flow, 'trouble').run!);

    expect(stateOf(flow, 'stopped').run.state).toBe('called-off');
  });

  it('a fault that nobody handles rejects', async () => {
    const scene = new StandIn();
    const host = but(scene.host, { preflight: () => Promise.reject(new TypeError('a fault')) });
    const flow = new ReviewFlow(scene.desk({ host }));

    await expect(flow.review(scene.person)).rejects.toThrow('a fault');
    expect(stateOf(flow, 'trouble').code).toBe('fault');
  });

  it('a lock that cannot be given back changes nothing about the run, and is not kept quiet', async () => {
    const scene = new StandIn();
    const faults: unknown[] = [];
    const failure = new HostError('down', 'The lock cannot be reached.');
    const desk = Object.assign(scene.desk(), { lock: async () => ({ release: () => Promise.reject(failure) }) });
    const flow = new ReviewFlow(desk, (error) => faults.push(error));
    await runOf(flow, scene);

    stateOf(flow, 'finished');
    expect(faults).toEqual([failure]);
  });

  it('where nothing can be locked, the reviewer is told before the run, and it begins once they acknowledge that', async () => {
    const scene = new StandIn();
    const given: string[] = [];
    const obstacle: Obstacle = { code: 'host-right-missing', says: 'No lock.', remedy: 'None.', acknowledgeable: true };
    const release = async (): Promise<void> => void given.push('back');
    const flow = new ReviewFlow(Object.assign(scene.desk(), { lock: async () => ({ obstacle, release }) }));
    await runOf(flow, scene);
    expect(stateOf(flow, 'blocked')).toMatchObject({ person: scene.person, obstacles: [obstacle] });
    expect(scene.ground.calls().writes).toBe(0);
    await flow.acknowledge(['host-right-missing']);
    await flow.confirm(stateOf(flow, 'reviewed').phrase);
    expect(stateOf(flow, 'finished').run.approval.acknowledged).toEqual(['host-right-missing']);
    expect(given).toEqual(['back', 'back']);
  });

  it('a lock is given back after a finished run, a stopped one, a fault and a refusal', async () => {
    const scene = new StandIn();
    const locks = new LockRoom();
    const flow = new ReviewFlow(scene.desk({ locks }), () => undefined);
    await flow.review(scene.person);
    const { phrase } = stateOf(flow, 'reviewed');
    scene.beforeWrite = () => flow.stop();
    await flow.confirm(phrase);
    expect(locks.holderOf(scene.person)).toBeUndefined();
    scene.beforeWrite = () => {
      throw new TypeError('a fault');
    };
    await flow.resume(stateOf(flow, 'stopped').run.id);
    expect(locks.holderOf(scene.person)).toBeUndefined();
    scene.beforeWrite = () => undefined;
    await flow.resume(stateOf(flow, 'trouble').run!);
    stateOf(flow, 'finished');
    expect(locks.holderOf(scene.person)).toBeUndefined();
  });
});
