import { afterEach, describe, expect, it } from '@jest/globals';
import { anonymizePermission } from '../fake/site.ts';
import type { FunctionName } from '../../src/forge/protocol.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const id = '00000000-0000-4000-8000-000000000001';
const digest = 'a'.repeat(64);
/** What each function is told by a well-behaved screen. */
const payloads: Readonly<Record<Exclude<FunctionName, 'standing'>, (here: Scene) => unknown>> = {
  who: ({ issues }) => ({ issues: [String(issues[0])] }),
  find: () => ({ text: ada.address }),
  startReview: () => ({ ref: 'abc' }),
  review: () => ({ review: id }),
  confirm: () => ({ review: id, digest, typed: 'ANONYMIZE 1' }),
  run: () => ({ run: id }),
  stop: () => ({ run: id }),
  resume: () => ({ run: id }),
  callOff: () => ({ run: id }),
  runs: () => ({}),
  report: () => ({ run: id }),
  returns: () => ({}),
  settleReturn: () => ({ id }),
  settings: () => ({}),
  saveSettings: () => ({}),
};
const forAdministrators: readonly FunctionName[] = ['settings', 'saveSettings'];

describe.each(waysIn)('the permission, in the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('is asked of Jira as whoever clicked, and without it every function refuses before anything is read', async () => {
    here = await scene(load);
    for (const [name, told] of Object.entries(payloads)) {
      const before = here.rig.jiraCalls.length;
      const answer = await here.askUnknown(name, { payload: told(here), by: here.people.novice });
      expect([name, answer]).toMatchObject([name, { ok: false, code: 'not-allowed' }]);
      const made = here.rig.jiraCalls.slice(before);
      expect(made).toMatchObject([{ as: 'user', account: here.people.novice, method: 'GET' }]);
      expect(made[0]?.path).toContain('/rest/api/3/mypermissions');
    }
  });

  it('is not among the rights of an administrator of Jira, who may change the settings and read reports', async () => {
    here = await scene(load);
    const by = here.people.administrator;
    expect(await here.get('standing', {}, { by })).toEqual({ mayAnonymize: false, mayConfigure: true });
    expect(await here.ask('find', { text: ada.address }, { by })).toMatchObject({ code: 'not-allowed' });
    expect(await here.ask('settings', {}, { by })).toMatchObject({ ok: true });
    expect(await here.ask('runs', {}, { by })).toMatchObject({ ok: true });
  });

  it('does not let those who anonymize change the settings', async () => {
    here = await scene(load);
    for (const name of forAdministrators)
      expect(await here.ask(name, {})).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  it('is needed by somebody: a call without a principal is refused without asking anybody', async () => {
    here = await scene(load);
    const answer: unknown = await here.rig.invoke({}, async () =>
      here.app.resolver({ call: { functionKey: 'runs', payload: {} }, context: {} }, {}),
    );
    expect(answer).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(here.rig.jiraCalls).toEqual([]);
  });

  it('is asked for again by the worker: withdrawn after the confirmation, nothing is written', async () => {
    here = await scene(load);
    const run = await here.begun();
    here.seed.revoke(anonymizePermission, here.people.agent);
    await here.next();

    const state = await here.get('run', { run }, { by: here.people.colleague });
    expect(state).toMatchObject({ at: 'stopped', report: { reason: 'obstacles' }, resumable: true });
    expect(here.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  it('is asked for before groups of calls: withdrawn in mid-run, the run stops and can be resumed by somebody who has it', async () => {
    here = await scene(load, { requests: 30 });
    const run = await here.begun();
    const writes = (): number => here.fake.made.filter(({ isWrite }) => isWrite).length;
    here.onCall = () => {
      if (writes() === 5) here.seed.revoke(anonymizePermission, here.people.agent);
    };
    await here.next();

    const state = await here.get('run', { run }, { by: here.people.colleague });
    expect(state).toMatchObject({ at: 'stopped', report: { reason: 'obstacles' } });
    expect(writes()).toBeGreaterThanOrEqual(5);
    expect(writes()).toBeLessThanOrEqual(60);
    expect(here.texts()).toContain(ada.address);
    await here.get('resume', { run }, { by: here.people.colleague });
    await here.next();
    expect(await here.get('run', { run }, { by: here.people.colleague })).toMatchObject({ at: 'finished' });
  });

  it('does not open issues to those who may not see them', async () => {
    here = await scene(load);
    here.seed.without('HELP', 'BROWSE_PROJECTS', 'jira-servicemanagement-users');
    const { people, unread } = await here.get('who', { issues: [String(here.issues[0])] });
    expect(people).toEqual([]);
    expect(unread).toEqual([String(here.issues[0])]);
  });
});
