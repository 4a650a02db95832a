import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SpotId } from './host.ts';
import { defaultRules } from './rules/default-rules.ts';
import type { Rules } from './rules/rules.ts';
import { but, carryOut, hunterFor, memoryGround, memoryJournal, mint, reviewOf } from './testing/index.ts';
import { mailSituations, otherSituations, runOf, situations, virtualClock, worldWith } from './testing/index.ts';
import type { Carried, MemoryGround, MemoryOptions, Review, Situation, World } from './testing/index.ts';
import { longer, target } from './testing/worlds/people.ts';

const { openedByMail, mailedTo, copied, attended, systemMail, nearMiss } = mailSituations;
const { openedOnWeb, openedByPhone, mentioned, watched } = otherSituations;
const [address = ''] = target.addresses;

/** What is left of a world once its target is anonymized. */
interface Aftermath extends Carried {
  readonly ground: MemoryGround;
  readonly review: Review;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

interface Circumstances {
  readonly options?: MemoryOptions;
  readonly rules?: Rules;
}

async function aftermathOf(
  world: World,
  { options = {}, rules = defaultRules }: Circumstances = {},
): Promise<Aftermath> {
  const ground = memoryGround(world, { options, clock: virtualClock() });
  const before = await ground.texts();
  const review = await reviewOf(ground.host, ground.target, { rules });
  const carried = await carryOut(runOf(ground.host, review));
  return { ground, review, before, after: await ground.texts(), ...carried };
}

/** One thing happens, in one flavour of it. */
function only(situation: Situation, flavour = 0): World {
  return worldWith([situation], [], [flavour]);
}

function outcomeAt({ review, journal }: Pick<Aftermath, 'review' | 'journal'>, spot: string): string | undefined {
  const step = review.plan.steps.find((one) => one.spot === mint('spot', spot));
  return journal.changes.flatMap((change) => change.settle ?? []).find((one) => one.step === step?.id)?.outcome;
}

describe('anonymizing a person', () => {
  it('HD-01 keeps the account and all that reports count', async () => {
    const ground = memoryGround(worldWith(situations), { clock: virtualClock() });
    const before = await ground.tallies();
    const { ending } = await carryOut(runOf(ground.host, await reviewOf(ground.host, ground.target)));

    expect(await ground.tallies()).toEqual(before);
    expect(ground.store.people.has(ground.target)).toBe(true);
    expect(ending.tallies).toEqual({ compared: 12, changed: [] });
  });

  it('HD-02 leaves nothing anywhere from which it could be put back', async () => {
    const world = worldWith(situations);
    const { ground, review, journal, ending } = await aftermathOf(world);
    const kept = [review.plan, journal.changes, ending].map((one) => JSON.stringify(one));
    const hunt = hunterFor(world.secrets);

    expect((await hunt(ground.dump())).hits).toEqual([]);
    expect((await hunt(kept)).hits).toEqual([]);
  });

  it.each([
    ['reporter', openedByMail],
    ['recipient', mailedTo],
    ['recipient of a copy', copied],
    ['attendee', attended],
  ])('HD-07 touches the mails whose %s they are', async (_role, situation) => {
    const result = await aftermathOf(only(situation));

    expect(result.before['ticket-1/message-1/body']).toContain('thimble-1-body');
    expect(result.after['ticket-1/message-1/body']).toBe('');
    expect(outcomeAt(result, 'ticket-1/message-1/body')).toBe('clean');
  });

  it('HD-08 renames them to Anonymized', async () => {
    expect((await aftermathOf(only(watched))).after['account-target/name']).toBe('Anonymized');
  });

  it('HD-09 blanks addresses, phones, fields and the history of the account', async () => {
    const { before, after } = await aftermathOf(only(watched));
    const isSheet = (key: string): boolean => /^account-target\/(?:address|phone|field|change)/u.test(key);
    const sheet = Object.keys(before).filter(isSheet);

    expect(sheet).toHaveLength(9);
    expect(sheet.map((key) => after[key])).toEqual(sheet.map(() => ''));
    expect(after['account-target/photo']).toBeUndefined();
  });

  it('HD-09 lists what the host does not let go of', async () => {
    const { review, ending, after } = await aftermathOf(only(watched), { options: { changeLog: 'kept' } });

    expect(review.plan.gaps.map((gap) => gap.label)).toContain('change 1 of account-target');
    expect(review.plan.remains).toContainEqual({ kind: 'person.phone', where: 'the change log', steps: 2 });
    expect(ending.state).toBe('done-with-gaps');
    expect(after['account-target/change-1']).toBe(target.history[0]?.old);
  });

  it('HD-10 keeps their company, on the account and on each ticket', async () => {
    const { ground, after } = await aftermathOf(only(openedByMail));

    expect(after['account-target company']).toBe(target.company);
    expect([...ground.store.dossiers.values()][0]?.tallies['company']).toBe(target.company);
  });

  it('HD-11 blanks the description of a ticket a mail of theirs opened', async () => {
    const { before, after } = await aftermathOf(only(openedByMail));

    expect(before['ticket-1/description']).not.toBe('');
    expect(after['ticket-1/description']).toBe('');
    expect(after['ticket-1/title']).toBe('[Anonymized]');
  });

  it('HD-11 keeps the description of a ticket they opened on the web or by phone, without their name', async () => {
    const web = await aftermathOf(only(openedOnWeb));
    const phone = await aftermathOf(only(openedByPhone));

    expect(web.after['ticket-1/description']).toBe('Order thimble-1-order for Anonymized, call Anonymized.');
    expect(web.after['ticket-1/title']).toBe('Order thimble-1-title');
    expect(phone.after['ticket-1/description']).toBe('Caller Anonymized (Anonymized) reports thimble-1-report.');
  });

  it('HD-12 blanks body, subject and files of a mail sent to them', async () => {
    const { before, after } = await aftermathOf(only(mailedTo));

    expect(after['ticket-1/message-1/body']).toBe('');
    expect(after['ticket-1/message-1/subject']).toBe('');
    expect(before).toHaveProperty(['ticket-1/message-1/file-1']);
    expect(after).not.toHaveProperty(['ticket-1/message-1/file-1']);
  });

  it.each([
    ['as it is', 0],
    ['in HTML and in capitals', 1],
    ['in angle brackets', 2],
    ['in quoted-printable', 3],
    ['in a link, in HTML', 4],
  ])('HD-13 blanks a mail of the system to somebody else that holds their address %s', async (_how, flavour) => {
    const { review, after } = await aftermathOf(only(systemMail, flavour));

    expect(after['ticket-1/message-1/body']).toBe('');
    expect(after['ticket-1/message-1/subject']).toBe('');
    expect(review.plan.steps.map((step) => step.role)).toContain('named-in-mail');
  });

  it('HD-13 leaves a mail of the system alone that holds a longer address', async () => {
    const { before, after } = await aftermathOf(worldWith([nearMiss], [longer], [0]));

    expect(after['ticket-1/message-1/body']).toBe(before['ticket-1/message-1/body']);
    expect(after['ticket-1/message-1/body']).toContain(`a${address}`);
  });

  it('HD-14 empties the whole CC list of a mail the person was on', async () => {
    const { before, after } = await aftermathOf(only(copied));

    expect(before['ticket-1/message-1/copies']).toBe(`${address}\nthimble-1-third@falk.test`);
    expect(after['ticket-1/message-1/copies']).toBe('');
  });

  it('HD-14 takes the person alone off the CC list where the rules say subject-only', async () => {
    const { after } = await aftermathOf(only(copied), { rules: { ...defaultRules, copies: 'subject-only' } });

    expect(after['ticket-1/message-1/copies']).toBe('thimble-1-third@falk.test');
    expect(after['ticket-1/message-1/body']).toBe('');
  });

  it('HD-15 closes their account, before anything is changed that the host would mail them about', async () => {
    const { ground, after } = await aftermathOf(worldWith(situations));

    expect(after['account-target/access']).toBe('open: false');
    expect(ground.store.mailed).toContain('ida.falk@falk.test');
    expect(ground.store.mailed.filter((to) => to === address || target.addresses.includes(to))).toEqual([]);
  });

  it('HD-16 blanks mails totally, not only what names the person', async () => {
    const { before, after } = await aftermathOf(only(mailedTo));

    expect(before['ticket-1/message-1/body']).toContain('Turn it off and on.');
    expect(after['ticket-1/message-1/body']).toHaveLength(0);
  });

  it('HD-16 puts a fixed text where a host does not let a mail be empty', async () => {
    const setOnly: MemoryOptions = {
      abilities: { 'message.body': { can: ['set'], provable: true, source: 'flow.test.ts' } },
    };

    expect((await aftermathOf(only(mailedTo), { options: setOnly })).after['ticket-1/message-1/body']).toBe(
      '[Anonymized]',
    );
  });

  it('HD-17 shows as Anonymized wherever the host shows them, and is not found by what they were called', async () => {
    const { ground, review } = await aftermathOf(worldWith([openedByMail, mentioned], [], [0, 0]));
    const found = ground.host.findPeople({ by: 'identifiers', who: review.who });
    const [self] = await all(ground.host.findPeople({ by: 'id', person: ground.target }));
    const tickets = await all(ground.host.spots([{ by: 'person', person: ground.target }]));

    expect((await all(found)).map((person) => person.id)).not.toContain(ground.target);
    expect(self?.name.reveal()).toBe('Anonymized');
    expect(tickets.some(({ of }) => of.type === 'dossier' && of.openedBy === ground.target)).toBe(true);
    expect(await all(ground.host.spots([{ by: 'mention', who: review.who }]))).toEqual([]);
  });
});

describe('a run', () => {
  it('carries out no plan that was changed after it was approved', async () => {
    const ground = memoryGround(only(mentioned), { clock: virtualClock() });
    const { host } = ground;
    const review = await reviewOf(host, ground.target);
    const { steps } = review.plan;
    const retold = steps.map((step) => (step.verb === 'cut' ? { ...step, verb: 'clear' as const } : step));
    const { ending } = await carryOut(runOf(host, { ...review, plan: { ...review.plan, steps: retold } }));

    expect(ending).toMatchObject({ state: 'stopped', reason: 'not-approved' });
    expect(ground.calls().writes).toBe(0);
  });

  it('carries out no plan of another host', async () => {
    const ground = memoryGround(only(mentioned), { clock: virtualClock() });
    const { host } = ground;
    const other = but(host, { profile: { ...host.profile, id: 'elsewhere' } });
    const { ending } = await carryOut(runOf(host, await reviewOf(other, ground.target)));

    expect(ending).toMatchObject({ state: 'stopped', reason: 'not-approved' });
    expect(ground.calls().writes).toBe(0);
  });

  it('that made no call yet has not begun: what came up since the review goes back to it', async () => {
    const ground = memoryGround(worldWith([watched, mentioned]), { clock: virtualClock() });
    const { host } = ground;
    const review = await reviewOf(host, ground.target);
    const journal = memoryJournal();
    await ground.edit(mint('spot', 'ticket-2/title'), 'Lunch');
    journal.failAt(2, new Error('killed'), false);
    await expect(carryOut(runOf(host, review, { journal }))).rejects.toThrow('killed');
    await ground.edit(mint('spot', 'ticket-1/description'), `Ask ${target.name}.`);
    const { ending } = await carryOut(runOf(host, review, { journal }));

    expect(ending).toMatchObject({ reason: 'plan-grew', grown: ['ticket-1/description'] });
    expect(journal.facts.map((fact) => fact.what)).toEqual(['run-started', 'run-started', 'run-ended']);
  });

  it('T13 takes what vanished since the review for clean', async () => {
    const ground = memoryGround(only(mailedTo), { clock: virtualClock() });
    const review = await reviewOf(ground.host, ground.target);
    const body = ground.store.cells.get(mint('spot', 'ticket-1/message-1/body'));
    if (body !== undefined) ground.store.remove(body);
    const result = await carryOut(runOf(ground.host, review));

    expect(result.ending.state).toBe('done');
    expect(outcomeAt({ review, ...result }, 'ticket-1/message-1/body')).toBe('already-clean');
  });
});

describe('in any world', () => {
  const worlds = fc
    .array(fc.tuple(fc.constantFrom(...situations), fc.nat(11)), { minLength: 1, maxLength: 6 })
    .map((some) =>
      worldWith(
        some.map(([situation]) => situation),
        [],
        some.map(([, flavour]) => flavour),
      ),
    );

  it('steps, kept and gaps are the spots, each exactly once, whatever the host can do', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.subarray([...(['message.body', 'attachment', 'dossier.title'] as const)]),
        async (world, lame) => {
          const cannot = { can: 'nothing', because: 'It cannot.', source: 'flow.test.ts' } as const;
          const options = { abilities: Object.fromEntries(lame.map((kind) => [kind, cannot])) };
          const { host, target: person } = memoryGround(world, { options, clock: virtualClock() });
          const { plan, spots } = await reviewOf(host, person);
          const accounted = [...plan.steps, ...plan.kept, ...plan.gaps].map(({ spot }) => spot);
          expect(sorted(accounted)).toEqual(sorted(spots.map((spot) => spot.id)));
          expect(plan.steps.filter((step) => lame.some((kind) => kind === step.kind))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a run blanks every secret, keeps every keepsake and says how each step ended', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { ground, review, ending, journal } = await aftermathOf(world);
        const kept = new Set((await hunterFor(world.keepsakes)(ground.dump())).hits.map((hit) => hit.secret));
        const settled = journal.changes.flatMap((change) => change.settle ?? []).map((one) => one.step);
        expect((await hunterFor(world.secrets)(ground.dump())).hits).toEqual([]);
        expect(world.keepsakes.filter(({ label }) => !kept.has(label))).toEqual([]);
        expect(sorted(settled)).toEqual(sorted(review.plan.steps.map((step) => step.id)));
        expect(ending.state).toBe('done');
      }),
      { numRuns: 15 },
    );
  });
});

async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

function sorted(ids: readonly (SpotId | string)[]): readonly string[] {
  return [...ids].sort();
}
