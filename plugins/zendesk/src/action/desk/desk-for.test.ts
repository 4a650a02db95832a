import { describe, expect, it, jest } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import { hunterFor, inventedRecord, inventedSecrets } from '@lethe/core/testing';
import { ReviewFlow } from '@lethe/review';
import type { FlowState } from '@lethe/review';
import type { AppDesk } from './app-desk.ts';
import { DeskScene } from './desk-scene.suite.ts';

// Each goes the whole way over HTTP, many calls long.
jest.setTimeout(60_000);

const secrets = ['ada.king@lovelace.test', 'Ada King', 'we look into it'].map((text) => ({
  label: text,
  text,
  in: [] as const,
}));

async function opened(name: string): Promise<DeskScene> {
  const scene = new DeskScene(name);
  return scene.open(scene.agent);
}

function at<At extends FlowState['at']>({ state }: ReviewFlow, name: At): Extract<FlowState, { readonly at: At }> {
  if (!isAt(state, name)) throw new RangeError(`The flow is at ${state.at}: ${JSON.stringify(state)}`);
  return state;
}

function isAt<At extends FlowState['at']>(
  state: FlowState,
  name: At,
): state is Extract<FlowState, { readonly at: At }> {
  return state.at === name;
}

/** A flow that has come to its review. */
async function reviewed(scene: DeskScene, desk: AppDesk): Promise<ReviewFlow> {
  const flow = new ReviewFlow(desk);
  await scene.during(flow.review(scene.person));
  at(flow, 'reviewed');
  return flow;
}

async function confirmed(scene: DeskScene, flow: ReviewFlow): Promise<void> {
  await scene.during(flow.confirm(at(flow, 'reviewed').phrase));
}

describe('an agent at the desk', () => {
  it('anonymizes a person: the account shows it to all, nothing readable is left in the browser, the lock is free', async () => {
    const scene = await opened('journey');
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    await confirmed(scene, flow);
    const { run } = at(flow, 'finished');
    expect(run).toMatchObject({ state: 'done-with-gaps', approval: { by: `agent-${scene.agent}` } });
    const [logged] = await scene.during(desk.account.runs());
    expect(logged).toMatchObject({ run: run.id, person: scene.person, agent: `${scene.agent}`, state: run.state });
    expect(await scene.during(desk.account.anonymizedOn(scene.person))).toBe('2026-04-01');
    expect(scene.records.map(({ kind }) => kind)).toEqual(['run']);
    const hunt = hunterFor(secrets);
    expect((await hunt(scene.browser.dump())).hits).toEqual([]);
    expect((await hunt([JSON.stringify(scene.records), JSON.stringify([...scene.notes])])).hits).toEqual([]);
    expect(await verifyLedger(desk.ledger())).toMatchObject({ ok: true });
    await desk.close();
  });

  it('plans nothing about the fields this app itself keeps on a person: badge and lock', async () => {
    const scene = await opened('own fields');
    scene.seed.userField('nickname');
    const fields = { anonymized_at: '2025-03-01', anonymization_lock: 175_000_000_012_345, nickname: 'Ada the first' };
    scene.seed.zendesk.users.update(scene.user, { user_fields: fields });
    const desk = await scene.desk();
    const { plan } = at(await reviewed(scene, desk), 'reviewed').record;
    const spots = [...plan.steps, ...plan.kept, ...plan.gaps].map(({ spot }) => spot);
    expect(spots.filter((spot) => spot.includes('userfield'))).toEqual([`u${scene.user}/userfield:nickname`]);
    await desk.close();
  });

  it('goes on in another tab after a crash, at once', async () => {
    const scene = await opened('crash');
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    const state = { redactions: 0 };
    scene.beforeCall = (method, path) => {
      state.redactions += method === 'PUT' && path.includes('comment_redactions') ? 1 : 0;
      if (state.redactions === 2) scene.offline = true;
    };
    await confirmed(scene, flow);
    const { run } = at(flow, 'stopped');
    scene.offline = false;
    scene.beforeCall = () => undefined;
    await desk.close();
    const other = await scene.desk();
    const resumed = new ReviewFlow(other);
    await scene.during(resumed.resume(run.id));
    expect(at(resumed, 'finished').run.id).toBe(run.id);
    expect((await scene.during(other.account.runs())).map((one) => one.state)).toEqual(['done-with-gaps']);
    await other.close();
  });

  it('writes nothing more once another agent has taken the person over', async () => {
    const scene = await opened('lost');
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    const writes: string[] = [];
    scene.beforeCall = (method, path) => {
      const isRedaction = method === 'PUT' && path.includes('comment_redactions');
      if (!isRedaction) return;
      writes.push(path);
      for (const { id } of scene.seed.zendesk.customRecords.all()) scene.seed.zendesk.customRecords.delete(id);
      scene.clock.sleep(10 * 60_000);
    };
    await confirmed(scene, flow);
    expect(at(flow, 'trouble')).toMatchObject({ code: 'locked' });
    expect(writes).toHaveLength(1);
    await desk.close();
  });

  it('is stopped before the next call when a group is taken from them, on the page or in Zendesk', async () => {
    const scene = await opened('rights');
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    scene.beforeCall = (method, path) => {
      if (method === 'PUT' && path.includes('comment_redactions')) scene.says = { ...scene.says, groups: [] };
    };
    await confirmed(scene, flow);
    const { run } = at(flow, 'stopped');
    expect(run.ending?.obstacles.map(({ code }) => code)).toEqual(['right-missing']);
    await desk.close();
  });

  it('is told how long it will take', async () => {
    const scene = await opened('time');
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    const { seconds } = at(flow, 'reviewed');
    expect(seconds).toBeGreaterThan(3);
    expect(seconds).toBeLessThan(60);
    await desk.close();
  });
});

describe('an agent who may not', () => {
  it.each([
    ['nobody named a group', {}],
    ['their group is not named', { user_groups: 'Billing' }],
    ['only administrators are', { user_groups: '@administrators' }],
  ])('sees nothing of the person: %s', async (why, settings) => {
    const scene = await opened(`denied ${why}`);
    scene.says = { ...scene.says, settings };
    const desk = await scene.desk();
    const flow = new ReviewFlow(desk);
    const before = scene.calls.length;
    await scene.during(flow.review(scene.person));
    expect(at(flow, 'blocked').obstacles.map(({ code }) => code)).toEqual(['right-missing']);
    const since = scene.calls.slice(before);
    expect(since.filter((call) => !/users\/me|\/groups/.test(call))).toEqual([]);
    await desk.close();
  });
});

describe('opening the desk', () => {
  it("asks for the account's language once a day", async () => {
    const scene = await opened('language');
    for (const asked of [1, 1]) {
      const desk = await scene.desk('ANONYMISIEREN');
      expect(desk.rules.confirmation).toBe('ANONYMISIEREN');
      expect(scene.calls.filter((call) => call.includes('/locales'))).toHaveLength(asked);
      await desk.close();
    }
    scene.clock.sleep(24 * 60 * 60_000);
    await (await scene.desk()).close();
    expect(scene.calls.filter((call) => call.includes('/locales'))).toHaveLength(2);
  });

  it('forgets plans nobody ran, and reports after the days somebody set', async () => {
    const scene = await opened('forgetting');
    scene.says = { ...scene.says, settings: { user_groups: 'Privacy', report_days: 30 } };
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    await confirmed(scene, flow);
    const { id } = at(flow, 'finished').run;
    const unused = { ...inventedRecord(), reviewedAt: scene.clock.now() };
    await desk.store.savePlan(unused, inventedSecrets());
    await desk.close();
    scene.clock.sleep(25 * 60 * 60_000);
    const next = await scene.desk();
    expect(await next.store.plan(unused.id)).toBeUndefined();
    expect(await next.store.run(id)).toBeDefined();
    await next.close();
    scene.clock.sleep(30 * 24 * 60 * 60_000);
    const last = await scene.desk();
    expect(await last.store.run(id)).toBeUndefined();
    await last.close();
  });

  it('tells the account what could not be told before', async () => {
    const scene = await opened('telling');
    const desk = await scene.desk();
    const flow = await reviewed(scene, desk);
    scene.beforeCall = (_, path) => {
      if (path.includes('external_id=run-')) scene.offline = true;
    };
    await confirmed(scene, flow);
    scene.offline = false;
    scene.beforeCall = () => undefined;
    await desk.close();
    const next = await scene.desk();
    await scene.settled();
    expect((await scene.during(next.account.runs())).map(({ state }) => state)).toHaveLength(1);
    await next.close();
  });

  it('shows an administrator which groups of the setting there are not', async () => {
    const scene = await opened('unknown');
    scene.says = { ...scene.says, settings: { user_groups: 'privacy, Legal' } };
    const desk = await scene.desk();
    expect(await scene.during(desk.unknownGroups())).toEqual(['Legal']);
    expect(desk.groups.entries.map(({ text }) => text)).toEqual(['privacy', 'Legal']);
    await desk.close();
  });
});
