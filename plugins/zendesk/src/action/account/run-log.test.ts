import { describe, expect, it } from '@jest/globals';
import type { RunRecord } from '@lethe/core';
import { endingIn, hunterFor, inventedSecrets, stepIds } from '@lethe/core/testing';
import { begun } from '../../../../../test/conformance/store/begun.ts';
import { FakeBrowser } from '../store/fake-browser.suite.ts';
import { AccountScene } from './account-scene.suite.ts';
import type { Meddling } from './account-scene.suite.ts';
import { RunLog } from './run-log.ts';
import { Teller } from './teller.ts';

const [first, second] = [stepIds(1, 0)[0]!, stepIds(1, 1)[0]!];

/** A run on the scene's person in a browser, and what tells the account of it. */
async function scenery(account: ConstructorParameters<typeof AccountScene>[0] = {}, meddling?: Meddling) {
  const scene = await new AccountScene(account).open();
  const browser = new FakeBrowser(`log ${scene.user} ${Math.trunc(performance.now() * 1000)}`);
  const store = await browser.tab();
  const run = await begun(store, scene.person);
  const log = new RunLog(scene.line(meddling === undefined ? {} : { meddling }));
  return { scene, store, run, log, teller: new Teller({ store, log }) };
}

describe("the account's log of runs", () => {
  it('shows all agents who was anonymized by whom, when, and with what result, in ids and counts', async () => {
    const { scene, run, teller, store } = await scenery();
    await run.journal.write({ intend: [first, second], facts: [{ what: 'run-started', run: run.record.id }] });
    await run.journal.write({ settle: [{ step: first, outcome: 'clean' }] });
    const ended = await run.end(endingIn('done-with-gaps'));
    await teller.tell();
    const [seen] = await new RunLog(scene.line()).runs();
    expect(seen).toEqual({
      run: ended.id,
      person: scene.person,
      agent: 'reviewer-2',
      state: 'done-with-gaps',
      startedAt: ended.startedAt,
      endedAt: ended.endedAt,
      digest: ended.plan.plan.digest,
      counts: { gaps: 0, clean: 1, begun: 1 },
      ledger: `${ended.ledger?.seq}:${ended.ledger?.hash}`,
    });
    const secrets = Object.values(inventedSecrets().identifiers).flat();
    const hunt = hunterFor(secrets.map((text) => ({ label: 'secret', text, in: [] })));
    expect((await hunt([JSON.stringify(scene.records)])).hits).toEqual([]);
    await store.close();
  });

  it('has one line a run, which changes with it', async () => {
    const { scene, run, teller, log, store } = await scenery();
    await teller.tell();
    expect((await log.runs()).map(({ state }) => state)).toEqual(['running']);
    await run.end(endingIn('stopped'));
    await teller.tell();
    expect((await log.runs()).map(({ state }) => state)).toEqual(['stopped']);
    await store.callOff(run.record.id, 'agent-7');
    await teller.tell();
    expect((await log.runs()).map(({ state }) => state)).toEqual(['called-off']);
    expect(scene.records).toHaveLength(1);
    expect(scene.userFields['anonymized_at']).toBe('');
    await store.close();
  });

  it('marks a person whose run is done, and nobody else, for the badge', async () => {
    const { scene, run, teller, log, store } = await scenery();
    expect(await log.anonymizedOn(scene.person)).toBeFalsy();
    await run.end(endingIn('done'));
    await teller.tell();
    expect(scene.userFields['anonymized_at']).toBe('2026-04-01');
    expect(await log.anonymizedOn(scene.person)).toBe('2026-04-01');
    await store.close();
  });

  it('is told the next time what could not be told, and nothing twice', async () => {
    const network = { down: true };
    const meddling: Meddling = () =>
      network.down ? Promise.resolve({ status: 503, headers: {}, json: undefined }) : undefined;
    const { scene, run, teller, store } = await scenery({}, meddling);
    await run.end(endingIn('done'));
    await expect(teller.tell()).rejects.toMatchObject({ code: 'down' });
    expect(scene.records).toEqual([]);
    network.down = false;
    await teller.tell();
    expect(scene.records).toHaveLength(1);
    const calls = scene.calls.length;
    await teller.tell();
    expect(scene.calls).toHaveLength(calls);
    await store.close();
  });

  it('is no condition of a run: an account without it still shows the badge', async () => {
    const { scene, run, teller, log, store } = await scenery({ customObjects: [] });
    await run.end(endingIn('done'));
    await teller.tell();
    expect(await log.runs()).toEqual([]);
    expect(await log.anonymizedOn(scene.person)).toBe('2026-04-01');
    expect(await store.untold()).toEqual([]);
    await store.close();
  });

  it('passes over locks, and lines somebody has written by hand', async () => {
    const { scene, run, teller, log, store } = await scenery();
    await teller.tell();
    await scene.during(scene.lock().take(scene.person, 'plan-1'));
    const put = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      const body = { custom_object_record: { name: 'by hand', custom_object_fields: fields } };
      await scene.line().port({
        what: 'write by hand',
        method: 'POST',
        path: '/api/v2/custom_objects/lethe_anonymization/records',
        body,
      });
    };
    await put({ kind: 'run', run: 'x', person: 'Ada King' });
    await put({ kind: 'run', run: 'y', person: '7', state: 'perfect' });
    await put({ kind: 'note', run: 'z', person: '7', state: 'done', started_at: '2026-04-01T08:00:00.000Z' });
    expect((await log.runs()).map((one) => one.run)).toEqual([run.record.id]);
    await store.close();
  });

  it('forgets nothing that changed while it was told', async () => {
    const { run, log, store } = await scenery();
    const slow = new Teller({
      log,
      store: {
        outcomes: (id) => store.outcomes(id),
        untold: async () => store.untold(),
        markTold: async (told: RunRecord) => {
          await run.end(endingIn('done'));
          await store.markTold(told);
        },
      },
    });
    await slow.tell();
    expect((await store.untold()).map(({ state }) => state)).toEqual(['done']);
    await store.close();
  });
});
