import { verifyLedger, type PlanRecord } from '@lethe/core';
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets, stepIds } from '@lethe/core/testing';
import { describe, expect, it } from '@jest/globals';

import type { Storage } from '../store.ts';
import { TestStorage } from '../testing/test-storage.ts';
import type { Job } from './run-queue.ts';

const ground = new TestStorage();

async function reviewed(person?: string): Promise<PlanRecord> {
  const record = inventedRecord(person === undefined ? {} : { person });
  await ground.storage.savePlan(record, inventedSecrets());
  return record;
}

async function queued(storage: Storage = ground.storage): Promise<string> {
  const record = await reviewed();
  return (await storage.queue.enqueue(record.id, approvalOfRecord(record))).id;
}

/** Everything that is due. */
async function due(): Promise<readonly Job[]> {
  const clock = await ground.storage.queue.clockIn();
  return clock.take(100);
}

describe('a run that is queued', () => {
  it('is owned by nobody, keeps its secrets sealed and uses plan and approval up', async () => {
    const record = await reviewed();
    const run = await ground.storage.queue.enqueue(record.id, approvalOfRecord(record));
    expect(run).toMatchObject({ state: 'queued', plan: { id: record.id } });
    expect((await ground.storage.secretsOf(run.id))?.identifiers.names).toEqual(['Ada King']);
    await expect(ground.storage.queue.enqueue(record.id, approvalOfRecord(record))).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(ground.storage.begin(record.id, approvalOfRecord(record))).rejects.toMatchObject({ code: 'conflict' });
    await finishAll();
  });

  it('stands in the way of another on the same person, and gives way to nobody', async () => {
    const one = await reviewed('person-twice');
    await ground.storage.queue.enqueue(one.id, approvalOfRecord(one));
    const other = await reviewed('person-twice');
    await expect(ground.storage.begin(other.id, approvalOfRecord(other))).rejects.toMatchObject({ code: 'conflict' });
    await finishAll();
  });

  it('has a job that holds its id and nothing else', async () => {
    const run = await queued();
    const rows = await ground.database.ask(
      "select data, output, singleton_key from lethe_queue.job where name = 'run' and state < 'active'",
    );
    expect(rows).toEqual([{ data: { run }, output: null, singleton_key: run }]);
    await finishAll();
  });

  it('is made together with its job or not at all', async () => {
    const record = await reviewed();
    const approval = approvalOfRecord(record);
    const both = await Promise.allSettled([
      ground.storage.queue.enqueue(record.id, approval),
      ground.storage.queue.enqueue(record.id, approval),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await due()).toHaveLength(1);
    await finishAll();
  });

  it('begins at its time and not before, and can be moved', async () => {
    const record = await reviewed();
    const notBefore = new Date(Date.now() + 3_600_000);
    const { id } = await ground.storage.queue.enqueue(record.id, approvalOfRecord(record), { notBefore });
    expect(await due()).toEqual([]);
    expect(await ground.storage.queue.standing([id])).toMatchObject([{ state: 'queued', queuedFor: notBefore }]);
    await ground.storage.queue.again(id);
    expect((await due()).map(({ run }) => run)).toEqual([id]);
    await finishAll();
  });

  it('stops at once when somebody asks for it; nobody begins it until it is handed in again', async () => {
    const run = await queued();
    expect(await ground.storage.queue.askToStop(run, 'operator-1')).toBe(true);
    expect((await ground.storage.run(run))?.state).toBe('stopped');
    expect(await ground.storage.queue.askToStop(run, 'operator-1')).toBe(false);
    await ground.storage.queue.again(run);
    expect((await ground.storage.run(run))?.state).toBe('queued');
    await finishAll();
  });

  it('is called off like any other, and the ledger is whole', async () => {
    const run = await queued();
    await ground.storage.callOff(run, 'operator-1');
    await expect(ground.storage.queue.again(run)).rejects.toMatchObject({ code: 'conflict' });
    expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true });
    await finishAll();
  });
});

describe('a worker', () => {
  it('takes a job that nobody else has, keeps it while it is heard of, and puts its run off', async () => {
    const run = await queued();
    const clock = await ground.storage.queue.clockIn();
    const [job] = await clock.take(5);
    expect(job?.run).toBe(run);
    expect(await clock.take(5)).toEqual([]);
    expect(await clock.beat([job!])).toEqual([]);
    const owned = await ground.storage.takeOver(run);
    await owned.end({ ...endingIn('stopped'), reason: 'down' });
    const notBefore = new Date(Date.now() + 60_000);
    await clock.putOff(job!, { notBefore, byItself: true });
    expect(await ground.storage.queue.standing([run])).toMatchObject([
      { state: 'queued', tries: 1, queuedFor: notBefore },
    ]);
    expect(await clock.take(5)).toEqual([]);
    await ground.storage.queue.again(run);
    expect((await clock.take(5)).map((one) => one.run)).toEqual([run]);
    await finishAll();
  });

  it("whose job is another's by now learns it, and cannot put the run off", async () => {
    const run = await queued();
    const clock = await ground.storage.queue.clockIn();
    const [job] = await clock.take(1);
    await clock.fail(job!);
    expect(await clock.beat([job!])).toEqual([job]);
    await clock.putOff(job!, { notBefore: new Date(Date.now() + 3_600_000) });
    expect((await ground.storage.queue.standing([run]))[0]?.queuedFor?.getTime()).toBeLessThanOrEqual(Date.now());
    await finishAll();
  });

  it('sees that a run is asked to stop', async () => {
    const run = await queued();
    await ground.storage.takeOver(run);
    const clock = await ground.storage.queue.clockIn();
    expect(await clock.stopsAsked([run])).toEqual([]);
    expect(await ground.storage.queue.askAllToStop('operator-1')).toBe(1);
    expect(await clock.stopsAsked([run])).toEqual([run]);
    await finishAll();
  });

  it('waits only for calls of an owner that did not end its run itself', async () => {
    const run = await queued();
    const clock = await ground.storage.queue.clockIn();
    const owned = await ground.storage.takeOver(run);
    expect(await clock.restMilliseconds(run, 60_000)).toBe(0);
    await owned.journal.write({ intend: stepIds(1) });
    expect(await clock.restMilliseconds(run, 60_000)).toBeGreaterThan(30_000);
    await owned.end(endingIn('stopped'));
    expect(await clock.restMilliseconds(run, 60_000)).toBe(0);
    await finishAll();
  });

  it('shares the seats at a host with all others', async () => {
    const other = await ground.open();
    const [mine, theirs] = [await ground.storage.queue.clockIn(), await other.queue.clockIn()];
    const one = await mine.seat('desk', 2);
    expect(await theirs.seat('desk', 2)).toBeDefined();
    expect(await theirs.seat('desk', 2)).toBeUndefined();
    expect(await mine.seat('desk', 2)).toBeUndefined();
    expect(await mine.seat('elsewhere', 1)).toBeDefined();
    await one?.leave();
    const again = await theirs.seat('desk', 2);
    expect(again).toBeDefined();
    await other.close();
    expect(await mine.seat('desk', 2)).toBeDefined();
  });
});

describe('a sweep', () => {
  it('makes a job for a run that has none, once', async () => {
    const run = await queued();
    await ground.database.ask("delete from lethe_queue.job where name = 'run'");
    const clock = await ground.storage.queue.clockIn();
    expect(await clock.sweep()).toMatchObject({ queued: 1 });
    expect(await clock.sweep()).toMatchObject({ queued: 0 });
    expect((await clock.take(5)).map((job) => job.run)).toEqual([run]);
    await finishAll();
  });

  it('leaves a run alone that was begun by hand', async () => {
    const record = await reviewed();
    const other = await ground.open();
    const { record: run } = await other.begin(record.id, approvalOfRecord(record));
    await other.close();
    const clock = await ground.storage.queue.clockIn();
    expect(await clock.sweep()).toMatchObject({ queued: 0 });
    await ground.storage.queue.again(run.id);
    expect((await clock.take(5)).map((job) => job.run)).toEqual([run.id]);
    await finishAll();
  });

  it('hands the run of a worker that ended on to others', async () => {
    const run = await queued();
    const other = await ground.open();
    const theirs = await other.queue.clockIn();
    await theirs.take(1);
    await other.takeOver(run);
    const clock = await ground.storage.queue.clockIn();
    await silent(run);
    expect(await clock.sweep()).toMatchObject({ handedOn: 0 });
    await other.close();
    await silent(run);
    expect(await clock.sweep()).toMatchObject({ handedOn: 1 });
    await ground.database.ask("update lethe_queue.job set start_after = now() where state = 'retry'");
    expect((await clock.take(5)).map((job) => job.run)).toEqual([run]);
    await finishAll();
  });

  it('gives a run up that has killed too many workers, until a person hands it in again', async () => {
    const run = await queued();
    const clock = await ground.storage.queue.clockIn();
    await ground.database.ask('update lethe_queue.job set retry_limit = 0');
    const [job] = await clock.take(1);
    await clock.fail(job!);
    expect(await clock.sweep()).toMatchObject({ gaveUp: 1, queued: 0 });
    expect(await ground.storage.queue.standing([run])).toMatchObject([{ state: 'stopped', gaveUp: true }]);
    expect(await ground.storage.queue.counts()).toMatchObject({ gaveUp: 1 });
    expect(await clock.sweep()).toMatchObject({ queued: 0 });
    await ground.storage.queue.again(run);
    expect(await ground.storage.queue.standing([run])).toMatchObject([{ state: 'queued', gaveUp: false }]);
    await finishAll();
  });
});

describe('what is done once a night', () => {
  it('begins with the night after it was set up, once a night, and makes up for the last that was missed', async () => {
    const other = await ground.open();
    const [mine, theirs] = [await ground.storage.queue.clockIn(), await other.queue.clockIn()];
    expect(await mine.beginNight('retention', '2026-11-01')).toBe(false);
    const asked = [mine.beginNight('retention', '2026-11-02'), theirs.beginNight('retention', '2026-11-02')];
    expect((await Promise.all(asked)).sort()).toEqual([false, true]);
    await mine.endNight('retention', '2026-11-02');
    expect(await theirs.beginNight('retention', '2026-11-05')).toBe(true);
    expect(await theirs.beginNight('retention', '2026-11-04')).toBe(false);
    await other.close();
  });

  it('is begun anew if whoever began it was killed, and not once it is over', async () => {
    const clock = await ground.storage.queue.clockIn();
    await clock.beginNight('caps', '2026-11-01');
    expect(await clock.beginNight('caps', '2026-11-02')).toBe(true);
    expect(await clock.beginNight('caps', '2026-11-02')).toBe(false);
    const anHourAgo = "update lethe.night set begun_at = now() - interval '1 hour'";
    await ground.database.ask(anHourAgo);
    expect(await clock.beginNight('caps', '2026-11-02')).toBe(true);
    await clock.endNight('caps', '2026-11-02');
    await ground.database.ask(anHourAgo);
    expect(await clock.beginNight('caps', '2026-11-02')).toBe(false);
  });
});

describe('places', () => {
  it('are noted for many runs at once and shown with them', async () => {
    const [one, other] = [await queued(), await queued()];
    const clock = await ground.storage.queue.clockIn();
    const waitingUntil = new Date('2026-11-29T01:00:00Z');
    await clock.note(
      new Map([
        [one, { phase: 'reading', done: 7 }],
        [other, { phase: 'blanking', done: 1, of: 3, waitingUntil }],
      ]),
    );
    await clock.note(new Map([[one, { phase: 'blanking', done: 2, of: 9 }]]));
    const standing = new Map((await ground.storage.queue.standing()).map(({ run, progress }) => [run, progress]));
    expect(standing.get(one)).toMatchObject({ phase: 'blanking', done: 2, of: 9 });
    expect(standing.get(other)).toMatchObject({ phase: 'blanking', done: 1, of: 3, waitingUntil });
    await finishAll();
  });
});

/** Its worker was last heard of a minute ago. */
async function silent(run: string): Promise<void> {
  await ground.database.ask(
    "update lethe_queue.job set started_on = now() - interval '1 minute', heartbeat_on = null where singleton_key = $1",
    [run],
  );
}

async function finishAll(): Promise<void> {
  for (const { id } of await ground.storage.runs({ open: true })) await ground.storage.callOff(id, 'operator-1');
  await ground.database.ask("delete from lethe_queue.job where name = 'run'");
}
