import { describe, expect, it } from '@jest/globals';
import { execute } from './execute.ts';
import { Fenced, HostError } from './errors.ts';
import type { Obstacle } from './errors.ts';
import type { Host, Receipt, ReadyStep, Spot, StepGroup, StepId } from './host.ts';
import { defaultRules } from './rules/default-rules.ts';
import { carryOut, reviewOf, runOf } from './testing/journey.ts';
import type { Carried, TestRun } from './testing/journey.ts';
import { memoryJournal } from './testing/memory-journal.ts';
import type { MemoryOptions } from './testing/memory/memory-profile.ts';
import { memoryGround } from './testing/memory/memory-testbed.ts';
import { but } from './testing/saboteurs/saboteur.ts';
import { scriptedHost } from './testing/scripted-host.ts';
import type { ScriptedHost } from './testing/scripted-host.ts';
import { access, ada, dossierOf, hidden, list, messageOf, plain, spotId, spotOf } from './testing/spots.ts';
import { virtualClock } from './testing/virtual-clock.ts';
import { generatedWorld, smallWorld } from './testing/worlds/build-world.ts';

const hers = { of: messageOf({ author: ada.id }) };
const watched = dossierOf();
const name = spotOf('person.name', plain('Ada King'), { id: spotId('name') });
const phone = spotOf('person.phone', plain('0'), { id: spotId('phone') });
const body = spotOf('message.body', plain('Hello, Ada King here.'), { ...hers, id: spotId('body') });
const copies = spotOf('message.copies', list('bo@lovelace.test'), { ...hers, id: spotId('copies') });
const watch = spotOf('dossier.people', access(true), { holder: ada.id, of: watched, id: spotId('watch') });
const signIn = spotOf('person.access', access(true), { id: spotId('sign-in') });
const all = [name, phone, copies, body, watch, signIn];

interface Scene {
  readonly host: ScriptedHost;
  readonly run: TestRun;
}

async function sceneOf(spots: readonly Spot[] = all, options: MemoryOptions = {}): Promise<Scene> {
  const host = scriptedHost(spots, options);
  const run = runOf(host, await reviewOf(host, ada.id, { who: ada.identifiers }));
  return { host, run };
}

/** The run of a scene with some of its host's answers replaced. */
function withHost({ host, run }: Scene, changes: Partial<Host>): TestRun {
  return { ...run, host: but(host, changes) };
}

function settledIn({ journal }: Carried): Readonly<Record<string, string>> {
  return Object.fromEntries(
    journal.changes.flatMap(({ settle }) => settle ?? []).map(({ step, outcome }): [string, string] => [step, outcome]),
  );
}

function claiming(claim: Receipt['claim']): Host['apply'] {
  return async ({ steps }) => steps.map(({ id }) => ({ step: id, claim }));
}

/** Applies for real but for steps on this spot, which are answered as told. */
function exceptOn({ host }: Scene, spot: string, answer: (step: ReadyStep) => Receipt): Host['apply'] {
  return async (group: StepGroup) => {
    const some = group.steps.filter((step) => step.spot !== spot);
    const done = some.length === 0 ? [] : await host.apply({ ...group, steps: some });
    return [...done, ...group.steps.filter((step) => step.spot === spot).map(answer)];
  };
}

const missing: Obstacle = { code: 'host-right-missing', says: 'A right is missing.', remedy: 'Give it.' };
const hold: Obstacle = { code: 'legal-hold', says: 'There is a hold.', remedy: 'Lift it.' };

describe('what has to be written down first', () => {
  it('is, before anything changes, each time the run is begun; where it cannot be, nothing changes', async () => {
    const { host, run } = await sceneOf();
    const changes = (): number => host.calls.filter((call) => call.startsWith('change')).length;
    const seen: number[] = [];
    const told = { ...run, beforeChange: async () => void seen.push(changes()) };
    await expect(
      carryOut({ ...run, beforeChange: async () => Promise.reject(new RangeError('It cannot be written.')) }),
    ).rejects.toThrow(RangeError);
    expect(changes()).toBe(0);
    await carryOut(told);
    expect(seen).toEqual([0]);
    expect(changes()).toBeGreaterThan(0);
  });
});

describe('a run', () => {
  it('closes accesses first and takes name and phone last, once all else is read again', async () => {
    const { host, run } = await sceneOf();
    const { ending } = await carryOut(run);

    expect(host.calls.slice(1)).toEqual([
      'list',
      'change sign-in',
      'change watch',
      'change body',
      'change copies',
      'reread copies body watch sign-in',
      'change phone name',
      'reread name phone',
    ]);
    expect(ending).toEqual({
      state: 'done',
      obstacles: [],
      grown: [],
      residue: [],
      tallies: { compared: 1, changed: [] },
    });
  });

  it('tells where it is: counts of this phase only', async () => {
    const { progress } = await carryOut((await sceneOf([name, phone, copies, body])).run);

    expect(progress).toEqual([
      { phase: 'blanking', done: 1, of: 2 },
      { phase: 'blanking', done: 2, of: 2 },
      { phase: 'proving', done: 2, of: 2 },
      { phase: 'closing', done: 2, of: 2 },
      { phase: 'proving', done: 2, of: 2 },
    ]);
  });

  it('writes into the journal what it is about to do before each call, and into the ledger what came of it', async () => {
    const scene = await sceneOf([name, body]);
    const { host } = scene;
    const seen: string[] = [];
    const journal = memoryJournal();
    const apply: Host['apply'] = (group) => {
      seen.push(`${String(journal.changes.at(-1)?.intend)} before ${group.steps.map(({ id }) => id).join()}`);
      return host.apply(group);
    };
    await carryOut({ ...withHost(scene, { apply }), journal });
    const fact = { run: 'run-1', host: 'memory', digest: scene.run.plan.digest, actor: 'reviewer-1' };

    expect(seen).toEqual(['body before body', 'name before name']);
    expect(journal.facts).toEqual([
      expect.objectContaining({ ...fact, what: 'run-started' }),
      expect.objectContaining({ ...fact, what: 'steps-settled', counts: { clean: 1 } }),
      expect.objectContaining({ ...fact, what: 'steps-settled', counts: { clean: 1 } }),
      expect.objectContaining({ ...fact, what: 'run-ended', state: 'done', counts: { clean: 2 } }),
    ]);
  });

  it.each<[string, MemoryOptions]>([
    ['a gap', { abilities: { 'person.phone': { can: 'nothing', because: 'Kept.', source: 's' } } }],
    ['something that stays elsewhere', { changeLog: 'kept' }],
    ['a search the host does not have', { scopes: ['person'] }],
  ])('is done with gaps where the plan has %s', async (_what, options) => {
    expect((await carryOut((await sceneOf([name, phone], options)).run)).ending.state).toBe('done-with-gaps');
  });
});

describe('a run does not begin', () => {
  async function endingOf(
    changes: (run: TestRun) => Partial<TestRun>,
  ): Promise<Carried & { readonly calls: readonly string[] }> {
    const { host, run } = await sceneOf();
    const carried = await carryOut({ ...run, ...changes(run) });
    return { ...carried, calls: host.calls.slice(1) };
  }

  it.each<[string, (run: TestRun) => Partial<TestRun>, string]>([
    [
      'with another phrase',
      ({ approval }) => ({ approval: { ...approval, typed: 'ANONYMIZE 1' } }),
      'confirmation-wrong',
    ],
    [
      'with a word for another plan',
      ({ approval }) => ({ approval: { ...approval, digest: 'x' } }),
      'confirmation-outdated',
    ],
    ['under other rules', () => ({ rules: { ...defaultRules, copies: 'subject-only' } }), 'confirmation-outdated'],
  ])('%s', async (_what, changes, code) => {
    const { ending, calls, journal } = await endingOf(changes);

    expect(ending).toMatchObject({ state: 'stopped', reason: 'not-approved', obstacles: [{ code }] });
    expect(calls).toEqual([]);
    expect(journal.facts.map(({ what }) => what)).toEqual(['run-ended']);
  });

  it('says that the rules are others', async () => {
    const { ending } = await endingOf(() => ({ rules: { ...defaultRules, name: 'ours' } }));

    expect(ending.obstacles).toEqual([
      {
        code: 'confirmation-outdated',
        says: 'The rules are not those the plan was made by.',
        remedy: 'Put those rules back, or make and confirm a new plan.',
      },
    ]);
  });

  it('while anything stands in the way: every obstacle of host and guards is named', async () => {
    const scene = await sceneOf();
    const run = withHost(scene, { preflight: async () => [missing] });
    const { ending } = await carryOut({ ...run, check: async () => [hold] });

    expect(ending).toMatchObject({ state: 'stopped', reason: 'obstacles', obstacles: [missing, hold] });
    expect(scene.host.calls).toEqual(['list']);
  });

  it('where the plan grew since the review: nothing is changed, and the spots are named', async () => {
    const spots = [name, body];
    const scene = await sceneOf(spots);
    const more = { ...body, id: spotId('body-2') };
    const spotsNow: Host['spots'] = async function* () {
      yield* [...spots, more];
    };
    const { ending } = await carryOut(withHost(scene, { spots: spotsNow }));

    expect(ending).toMatchObject({
      state: 'stopped',
      reason: 'plan-grew',
      grown: ['body-2'],
      obstacles: [
        {
          code: 'confirmation-outdated',
          says: 'Since the review 1 more spot has come up that must be blanked. Nothing was changed.',
          remedy: 'Review the plan as it is now and confirm that one.',
        },
      ],
    });
    expect(scene.host.calls).toEqual(['list']);
    spots.push({ ...more, id: spotId('body-3') });
    expect((await carryOut(withHost(scene, { spots: spotsNow }))).ending.obstacles[0]?.says).toBe(
      'Since the review 2 more spots have come up that must be blanked. Nothing was changed.',
    );
  });
});

describe('a resumed run', () => {
  const begun = (step: string) => ({ intend: [step as StepId] });

  it('goes on although the plan grew, and reports what came up as a gap', async () => {
    const scene = await sceneOf([name, body]);
    await scene.run.journal.write(begun('body'));
    const more = { ...body, id: spotId('body-2') };
    const spots: Host['spots'] = async function* () {
      yield* [name, body, more];
    };
    const { ending } = await carryOut(withHost(scene, { spots }));

    expect(ending).toMatchObject({ state: 'done-with-gaps', grown: ['body-2'] });
    expect(scene.host.contents.get(name.id)).toEqual(plain('Anonymized'));
  });

  it('does what is done no second time, and says to the guards that it had begun', async () => {
    const scene = await sceneOf();
    const asked: boolean[] = [];
    const run = { ...scene.run, check: async (resumed: boolean) => (asked.push(resumed), []) };
    await carryOut(run);
    const { ending, journal } = await carryOut(run);

    expect(ending.state).toBe('done');
    expect(asked).toEqual([false, true]);
    expect(scene.host.calls.filter((call) => call.startsWith('change'))).toHaveLength(5);
    expect(journal.facts.map(({ what }) => what).slice(-2)).toEqual(['run-resumed', 'run-ended']);
  });

  it('can be interrupted between two calls and goes on there', async () => {
    const { host, run } = await sceneOf();
    const isTime = (): boolean => host.calls.includes('change watch');
    const { ending } = await carryOut({ ...run, interrupted: isTime });

    expect(ending).toMatchObject({
      state: 'stopped',
      reason: 'interrupted',
      obstacles: [
        {
          code: 'run-in-progress',
          says: 'The run was interrupted between two calls.',
          remedy: 'Resume it: it goes on where it stopped.',
        },
      ],
    });
    expect(host.calls.at(-1)).toBe('change watch');
    const resumed = await carryOut(run);
    expect(resumed.ending.state).toBe('done');
    expect(settledIn(resumed)).toMatchObject({ 'sign-in': 'clean', watch: 'clean', body: 'clean' });
    expect(host.calls.filter((call) => call === 'change sign-in')).toHaveLength(1);
  });
});

describe('before name and address go', () => {
  it('what was edited since the review is left alone, and they stay', async () => {
    const { host, run } = await sceneOf([name, body, copies]);
    host.contents.set(body.id, plain('Ada King called again.'));
    const carried = await carryOut(run);

    expect(settledIn(carried)).toEqual({ body: 'stale', copies: 'clean' });
    expect(carried.ending.reason).toBe('unfinished-steps');
    expect(host.contents.get(body.id)).toEqual(plain('Ada King called again.'));
    expect(host.contents.get(name.id)).toEqual(plain('Ada King'));
  });

  it('what the listing left out is read on its own', async () => {
    const scene = await sceneOf([name, body, copies]);
    const spots: Host['spots'] = async function* () {
      yield name;
    };
    scene.host.contents.set(copies.id, 'gone');
    const carried = await carryOut(withHost(scene, { spots }));

    expect(scene.host.calls.slice(1, 3)).toEqual(['reread body copies', 'change body']);
    expect(settledIn(carried)).toEqual({ body: 'clean', copies: 'already-clean', name: 'clean' });
    expect(carried.ending.state).toBe('done');
  });

  it('what is still there is done once more', async () => {
    const scene = await sceneOf([name, body]);
    let lies = 1;
    const apply: Host['apply'] = (group) => (lies-- > 0 ? claiming('done')(group) : scene.host.apply(group));
    const carried = await carryOut(withHost(scene, { apply }));

    expect(carried.ending.state).toBe('done');
    expect(settledIn(carried)).toEqual({ body: 'clean', name: 'clean' });
    expect(scene.host.calls.slice(2)).toEqual([
      'reread body',
      'change body',
      'reread body',
      'change name',
      'reread name',
    ]);
  });

  it('what is still there after that ends the run', async () => {
    const scene = await sceneOf([name, body]);
    const carried = await carryOut(withHost(scene, { apply: claiming('done') }));

    expect(settledIn(carried)).toEqual({ body: 'still-there' });
    expect(carried.ending).toMatchObject({ reason: 'unfinished-steps', obstacles: [{ code: 'host-setting' }] });
    expect(scene.host.contents.get(name.id)).toEqual(plain('Ada King'));
  });

  it('what is refused the second time counts as refused', async () => {
    const scene = await sceneOf([name, body]);
    const claims: Receipt['claim'][] = ['done', 'refused'];
    const apply: Host['apply'] = (group) => claiming(claims.shift() ?? 'done')(group);

    expect(settledIn(await carryOut(withHost(scene, { apply })))).toEqual({ body: 'refused' });
  });

  it('what is refused ends the run, and is reported with reason and remedy', async () => {
    const scene = await sceneOf([name, body, copies]);
    const apply = exceptOn(scene, 'body', ({ id }) => ({
      step: id,
      claim: 'refused',
      code: 'not-permitted',
      remedy: 'Ask.',
    }));
    const carried = await carryOut(withHost(scene, { apply }));

    expect(carried.ending).toMatchObject({ reason: 'unfinished-steps', obstacles: [{ code: 'host-right-missing' }] });
    expect(carried.journal.changes.flatMap(({ settle }) => settle ?? [])).toContainEqual({
      step: 'body',
      outcome: 'refused',
      code: 'not-permitted',
      remedy: 'Ask.',
    });
    const resumed = await carryOut({ ...withHost(scene, { apply }), acceptRefused: true });
    expect(resumed.ending).toMatchObject({ state: 'done-with-gaps', obstacles: [] });
    expect(scene.host.contents.get(name.id)).toEqual(plain('Anonymized'));
  });

  it('a host that falls silent about the last steps has proven nothing', async () => {
    const scene = await sceneOf([name]);
    const reread: Host['reread'] = async function* () {
      // Leaves every spot out of its answer.
    };
    const carried = await carryOut(withHost(scene, { reread }));

    expect(settledIn(carried)).toEqual({ name: 'unprovable' });
    expect(carried.ending.state).toBe('done-with-gaps');
  });

  it('refused last steps end the run unfinished', async () => {
    const scene = await sceneOf([name]);
    const carried = await carryOut(withHost(scene, { apply: claiming('refused') }));

    expect(carried.ending.reason).toBe('unfinished-steps');
    expect(carried.journal.changes.flatMap(({ settle }) => settle ?? [])).toEqual([
      { step: 'name', outcome: 'refused' },
    ]);
  });
});

describe('a claim is no proof', () => {
  it.each<[Receipt['claim'], string]>([
    ['done', 'unprovable'],
    ['queued', 'waiting'],
  ])('a host that claims %s: %s, and the run is done with gaps', async (claim, outcome) => {
    const scene = await sceneOf([name, body]);
    const reread: Host['reread'] = async function* (spots) {
      for await (const reading of scene.host.reread(spots))
        yield reading.spot === 'body' && claim === 'done' ? { ...reading, content: hidden } : reading;
    };
    const apply = exceptOn(scene, 'body', ({ id }) => ({ step: id, claim }));
    const carried = await carryOut(withHost(scene, { apply, reread }));

    expect(settledIn(carried)).toEqual({ body: outcome, name: 'clean' });
    expect(carried.ending.state).toBe('done-with-gaps');
  });
});

describe('trouble outside', () => {
  it('ends the run with the code of the host, which can be resumed', async () => {
    const scene = await sceneOf([name, body]);
    const apply: Host['apply'] = () => Promise.reject(new HostError('signed-out', 'Sign in again.'));
    const { ending } = await carryOut(withHost(scene, { apply }));

    expect(ending).toMatchObject({
      state: 'stopped',
      reason: 'signed-out',
      obstacles: [{ code: 'host-setting', says: 'Sign in again.', remedy: 'Resume the run when this is solved.' }],
    });
    expect((await carryOut(scene.run)).ending.state).toBe('done');
  });

  it.each<[string, Error]>([
    ['another process took the run over', new Fenced()],
    ['the disk is full', new RangeError('The disk is full.')],
  ])('leaves at once when %s', async (_what, error) => {
    const { host, run } = await sceneOf();
    run.journal.failAt(2, error, false);

    await expect(carryOut(run)).rejects.toBe(error);
    expect(host.calls.filter((call) => call.startsWith('change'))).toEqual([]);
  });

  it('does not hide a fault of the program', async () => {
    const scene = await sceneOf();
    const fault = new TypeError('undefined is not a function');

    await expect(carryOut(withHost(scene, { apply: () => Promise.reject(fault) }))).rejects.toBe(fault);
  });

  it('is shown while the run waits for it', async () => {
    const scene = await sceneOf([name, body]);
    let failures = 1;
    const apply: Host['apply'] = (group) =>
      failures-- > 0 ? Promise.reject(new HostError('too-fast', 'Wait.')) : scene.host.apply(group);
    const { progress } = await carryOut(withHost(scene, { apply }));

    expect(progress[0]).toEqual({
      phase: 'blanking',
      done: 0,
      of: 1,
      waitingUntil: new Date('2026-04-01T08:00:01Z'),
    });
  });
});

describe('afterwards', () => {
  it('HD-01 the account is still there and every figure that reports count is as before', async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const before = await ground.tallies();
    const { ending } = await carryOut(runOf(ground.host, await reviewOf(ground.host, ground.target)));

    expect(ending.state).toBe('done');
    expect(ending.tallies.compared).toBeGreaterThan(5);
    expect(ending.tallies.changed).toEqual([]);
    expect(await ground.tallies()).toEqual(before);
    expect(ground.store.people.has(ground.target)).toBe(true);
  });

  it('HD-10 every company is as before', async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const companies = async (): Promise<readonly string[]> =>
      Object.entries(await ground.texts()).flatMap(([spot, text]) => (spot.endsWith(' company') ? [text] : []));
    const before = await companies();
    await carryOut(runOf(ground.host, await reviewOf(ground.host, ground.target)));

    expect(before).toContain('Quill Stationery Ltd');
    expect(await companies()).toEqual(before);
  });

  it('HD-16 nothing at all is left of a blanked mail, whatever stood in it', async () => {
    const ground = memoryGround(generatedWorld([0]), { clock: virtualClock() });
    await carryOut(runOf(ground.host, await reviewOf(ground.host, ground.target)));
    const mails = Object.entries(await ground.texts()).filter(([spot]) => spot.includes('/message-1/'));

    expect(mails.map(([spot]) => spot.split('/').at(-1))).toEqual([
      'subject',
      'body',
      'from',
      'to',
      'attendees',
      'copies',
    ]);
    expect(mails.map(([, text]) => text).join('')).toBe('');
  });

  it('yields after every call, so that it can be stopped anywhere', async () => {
    const { host, run } = await sceneOf();
    const running = execute(run);
    await running.next();

    expect(host.calls.filter((call) => call.startsWith('change'))).toEqual(['change sign-in']);
    await running.return({
      state: 'stopped',
      obstacles: [],
      grown: [],
      residue: [],
      tallies: { compared: 0, changed: [] },
    });
    expect(host.calls.filter((call) => call.startsWith('change'))).toEqual(['change sign-in']);
  });
});
