import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FunctionName } from '../../src/forge/protocol.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const DAY = 24 * 60 * 60 * 1000;
const functions: readonly FunctionName[] = [
  ...(['who', 'find', 'startReview', 'review', 'confirm', 'run', 'stop', 'resume', 'callOff'] as const),
  ...(['runs', 'report', 'returns', 'settleReturn'] as const),
];

function writesIn(here: Scene): number {
  return here.fake.made.filter(({ isWrite }) => isWrite).length;
}

describe.each(waysIn)('nothing a browser sends is trusted, by the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('neither a wrong digest nor a wrong phrase begins a run', async () => {
    here = await scene(load);
    const { review, digest, phrase } = await here.reviewed();
    const other = `${digest.startsWith('0') ? '1' : '0'}${digest.slice(1)}`;
    const wrong = [
      { digest: other, typed: phrase, code: 'confirmation-outdated' },
      { digest, typed: 'ANONYMIZE', code: 'confirmation-wrong' },
      { digest, typed: '', code: 'confirmation-wrong' },
      { digest, typed: phrase.toLowerCase(), code: 'confirmation-wrong' },
    ];
    for (const { code, ...sent } of wrong)
      expect(await here.get('confirm', { review, ...sent })).toMatchObject({ at: 'refused', obstacle: { code } });
    expect((await here.get('runs')).runs).toEqual([]);
    expect(here.rig.queue.waiting).toEqual([]);
    expect(writesIn(here)).toBe(0);
  });

  it('a digest holds for its own review alone: one of a newer plan does not begin the older', async () => {
    here = await scene(load);
    const older = await here.reviewed();
    here.seed.comment(here.issues[0]!, { by: here.people.ada, body: `Me again, ${ada.name}.` });
    const newer = await here.reviewed();
    const mixed = await here.get('confirm', { review: older.review, digest: newer.digest, typed: newer.phrase });
    expect(mixed).toMatchObject({ at: 'refused', obstacle: { code: 'confirmation-outdated' } });
    const old = await here.get('confirm', { review: older.review, digest: older.digest, typed: older.phrase });
    expect(old).toMatchObject({ at: 'refused', obstacle: { code: 'confirmation-outdated' } });
  });

  it('a confirmation counts once', async () => {
    here = await scene(load);
    const { review, digest, phrase } = await here.reviewed();
    const twice = await Promise.all([1, 2].map(async () => here.get('confirm', { review, digest, typed: phrase })));
    expect(twice.map(({ at }) => at).sort()).toEqual(['begun', 'refused']);
    const later = await here.get('confirm', { review, digest, typed: phrase });
    expect(later).toMatchObject({ at: 'refused' });
    expect((await here.get('runs')).runs).toHaveLength(1);
  });

  it('a reference to a person is good for whom it was given to, and for a day', async () => {
    here = await scene(load);
    const { people } = await here.get('find', { text: ada.address });
    const ref = people[0]!.ref;
    const refused = { ok: false, code: 'gone' };
    expect(await here.ask('startReview', { ref }, { by: here.people.colleague })).toMatchObject(refused);
    const turned = ref.startsWith('A') ? `B${ref.slice(1)}` : `A${ref.slice(1)}`;
    expect(await here.ask('startReview', { ref: turned })).toMatchObject(refused);
    expect(await here.ask('startReview', { ref: Buffer.from(here.people.ada).toString('base64url') })).toMatchObject(
      refused,
    );
    here.clock.pass(DAY);
    expect(await here.ask('startReview', { ref })).toMatchObject(refused);
  });

  it('a payload of another form is refused, whatever it is, and changes nothing', async () => {
    here = await scene(load);
    const strange = fc.oneof(
      fc.anything(),
      fc.record({ run: fc.anything(), review: fc.anything(), ref: fc.anything(), id: fc.anything() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...functions), strange, async (name, payload) => {
        const answer = await here.ask(name, payload);
        if (!answer.ok) expect(['invalid', 'gone']).toContain(answer.code);
      }),
      { numRuns: 60 },
    );
    expect(writesIn(here)).toBe(0);
    expect(here.rig.queue.waiting).toEqual([]);
  });

  it('an event of another form is nobody’s', async () => {
    here = await scene(load);
    const run = await here.begun();
    const forged = [
      undefined,
      {},
      { body: {} },
      { body: { kind: 'erase', id: run } },
      { body: { kind: 'run', id: '../x' } },
    ];
    for (const event of forged) expect(await here.app.worker(event)).toBeUndefined();
    for (const event of [undefined, {}, { issue: { id: 'x' } }]) await here.app.onEvent(event);
    expect(writesIn(here)).toBe(0);
  });

  it('a person the guards protect is blocked, whoever asks: oneself, and a colleague', async () => {
    here = await scene(load);
    const found = await here.get('find', { text: 'bran@helpdesk.test' });
    expect(found.people).toMatchObject([{ self: true }]);
    const review = await here.get('startReview', { ref: found.people[0]!.ref });
    expect(review).toMatchObject({ at: 'blocked' });
    if (review.at !== 'blocked') throw new Error(review.at);
    expect(review.obstacles.map(({ code }) => code)).toEqual(expect.arrayContaining(['oneself']));
    const confirm = { review: review.review, digest: 'a'.repeat(64), typed: 'ANONYMIZE 0' };
    expect(await here.get('confirm', confirm)).toMatchObject({ at: 'refused' });
  });
});
