import { describe, expect, it } from '@jest/globals';
import type { Ending } from './execution/run.ts';
import type { StepId } from './host.ts';
import type { JournalEntry } from './journal.ts';
import type { Plan } from './plan.ts';
import { reportOf, type ReportedStep } from './report.ts';
import { reportMarkdown } from './reporting/markdown.ts';
import { reportSchema, type Report } from './reporting/schema.ts';
import type { RunRecord } from './store.ts';
import { hunterFor } from './testing/hunt/hunt.ts';
import { carryOut, reviewOf, runOf } from './testing/journey.ts';
import { memoryGround } from './testing/memory/memory-testbed.ts';
import type { MemoryOptions } from './testing/memory/memory-profile.ts';
import { mint } from './testing/mint.ts';
import { virtualClock } from './testing/virtual-clock.ts';
import { mistakableWorld } from './testing/worlds/build-world.ts';

function recordOf(plan: Plan, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    id: 'run-17',
    plan: {
      id: 'plan-9',
      host: 'desk-north',
      person: plan.person,
      personKind: 'end-user',
      plan,
      reviewedBy: 'reviewer-1',
      reviewedAt: new Date('2026-11-22T09:00:00Z'),
    },
    approval: {
      digest: plan.digest,
      typed: 'ANONYMIZE 17',
      by: 'approver-2',
      at: new Date('2026-11-22T09:05:00Z'),
      acknowledged: ['mastered-elsewhere'],
    },
    state: 'done',
    startedAt: new Date('2026-11-22T09:06:00Z'),
    ...changes,
  };
}

/** A poor host: it keeps a change log nobody can change, hides texts, and cannot touch pictures or copy lists. */
const poor: MemoryOptions = {
  changeLog: 'kept',
  hides: ['person.phone'],
  scopes: ['person', 'dossier'],
  abilities: {
    'message.copies': {
      can: 'nothing',
      because: 'Copy lists | are <fixed>.',
      instead: 'Delete the *message* by hand.',
      source: 'https://memory.test/copies_of_mail',
    },
    attachment: { can: ['remove'], provable: true, source: 'memory', sideEffect: 'The preview goes as well.' },
  },
};

async function journey(
  options: MemoryOptions,
): Promise<{ readonly report: Report; readonly plan: Plan; readonly ending: Ending }> {
  const { host, target } = memoryGround(mistakableWorld(), { options, clock: virtualClock() });
  const review = await reviewOf(host, target);
  const { ending, journal } = await carryOut(runOf(host, review));
  const entries: JournalEntry[] = [];
  for await (const entry of journal.entries()) entries.push(entry);
  const record = recordOf(review.plan, {
    state: ending.state,
    ending,
    endedAt: new Date('2026-11-22T09:07:00Z'),
    ledger: { seq: 41, hash: 'c'.repeat(64) },
  });
  return { report: reportOf(record, entries), plan: review.plan, ending };
}

const lone = { by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 2 } as const;

/** A plan of three steps, made up. */
const threeSteps: Plan = {
  version: 1,
  host: 'memory',
  person: mint('person', 'person-7'),
  rules: { name: 'default', digest: 'a'.repeat(64) },
  steps: ['message.body', 'message.body', 'person.name'].map((_, at) => stepAt(at)),
  kept: [
    { spot: mint('spot', 'k1'), kind: 'message.body', why: 'uninvolved' },
    { spot: mint('spot', 'k2'), kind: 'dossier.title', why: 'rule' },
    { spot: mint('spot', 'k3'), kind: 'dossier.title', why: 'uninvolved' },
  ],
  gaps: [],
  unreached: [],
  remains: [],
  sideEffects: [],
  asks: [],
  ambiguous: [mint('spot', 'k2')],
  mentions: [{ by: 'names', how: 'initial', evidence: 'greeting', count: 3 }],
  tallies: {},
  digest: 'b'.repeat(64),
};

function stepAt(at: number): Plan['steps'][number] {
  return {
    id: `step:${String(at)}` as StepId,
    spot: mint('spot', `s${String(at)}`),
    kind: at === 2 ? 'person.name' : 'message.body',
    label: `place ${String(at)}`,
    verb: at === 2 ? 'set' : 'clear',
    role: 'author',
    seen: 'd'.repeat(32),
    provable: true,
  };
}

function settled(at: number, rest: Omit<ReportedStep, 'step' | 'attempts'>): ReportedStep {
  return { step: `step:${String(at)}` as StepId, attempts: 1, ...rest };
}

describe('reportOf', () => {
  it('says who and what, when, by which plan and rules, and where in the ledger', () => {
    const report = reportOf(
      recordOf(threeSteps, { endedAt: new Date('2026-11-22T09:08:00Z'), ledger: { seq: 41, hash: 'c'.repeat(64) } }),
      [],
    );

    expect(report).toMatchObject({
      version: 1,
      run: 'run-17',
      host: { name: 'desk-north', kind: 'memory' },
      person: 'person-7',
      state: 'done',
      times: {
        reviewed: '2026-11-22T09:00:00.000Z',
        approved: '2026-11-22T09:05:00.000Z',
        started: '2026-11-22T09:06:00.000Z',
        ended: '2026-11-22T09:08:00.000Z',
      },
      reviewedBy: 'reviewer-1',
      approvedBy: 'approver-2',
      acknowledged: ['mastered-elsewhere'],
      plan: { version: 1, digest: 'b'.repeat(64) },
      rules: { name: 'default', digest: 'a'.repeat(64) },
      ledger: { seq: 41, hash: 'c'.repeat(64) },
    });
  });

  it('counts steps by kind and by how they ended, and everything else by its reason', () => {
    const report = reportOf(recordOf(threeSteps), [
      settled(0, { outcome: 'clean' }),
      settled(1, { outcome: 'unprovable' }),
    ]);

    expect(report.steps).toEqual({
      planned: 3,
      ends: { clean: 1, unprovable: 1, open: 1 },
      kinds: [
        { kind: 'message.body', planned: 2, ends: { clean: 1, unprovable: 1 } },
        { kind: 'person.name', planned: 1, ends: { open: 1 } },
      ],
      proven: 1,
      claimed: 1,
    });
    expect(report).toMatchObject({
      spots: 6,
      kept: { uninvolved: 2, rule: 1 },
      ambiguous: 1,
      mentions: threeSteps.mentions,
    });
  });

  it.each([
    ['clean', 1, 0],
    ['already-clean', 1, 0],
    ['unprovable', 0, 1],
    ['waiting', 0, 1],
    ['still-there', 0, 0],
    ['refused', 0, 0],
    ['stale', 0, 0],
  ] as const)('counts a step that ended %s as proven %d times, as claimed %d times', (outcome, proven, claimed) => {
    const report = reportOf(recordOf(threeSteps), [settled(0, { outcome })]);

    expect(report.steps).toMatchObject({ proven, claimed });
    expect(report.notProven.some(({ spot }) => spot === 's0')).toBe(proven === 0);
  });

  it('names each step that nobody saw work, with the way out, also one whose call was under way', () => {
    const report = reportOf(recordOf(threeSteps, { state: 'stopped' }), [
      settled(0, { outcome: 'refused', code: 'not-permitted', remedy: 'Give the right to edit notes.' }),
      settled(1, {}),
      settled(2, { outcome: 'clean' }),
    ]);

    expect(report.notProven).toEqual([
      {
        ...{ spot: 's0', kind: 'message.body', label: 'place 0', verb: 'clear', end: 'refused' },
        ...{ code: 'not-permitted', remedy: 'Give the right to edit notes.' },
      },
      { spot: 's1', kind: 'message.body', label: 'place 1', verb: 'clear', end: 'open' },
    ]);
  });

  it('says why a run stopped and what to do, what came up, and how the numbers compared', () => {
    const ending: Ending = {
      state: 'stopped',
      reason: 'plan-grew',
      obstacles: [
        { code: 'confirmation-outdated', says: 'More came up.', remedy: 'Review again.', acknowledgeable: true },
      ],
      grown: [mint('spot', 's9')],
      residue: [{ spot: mint('spot', 's1'), label: 'place 1', mentions: [lone] }],
      tallies: { compared: 4, changed: [mint('dossier', 'd1')] },
    };
    const report = reportOf(recordOf(threeSteps, { state: 'stopped', ending }), []);

    expect(report).toMatchObject({
      state: 'stopped',
      reason: 'plan-grew',
      grown: ['s9'],
      residue: [{ spot: 's1', label: 'place 1', mentions: [lone] }],
      tallies: { compared: 4, changed: ['d1'] },
    });
    expect(report.obstacles).toEqual([
      { code: 'confirmation-outdated', says: 'More came up.', remedy: 'Review again.' },
    ]);
  });

  it('claims nothing about a run that has not ended', () => {
    const report = reportOf(recordOf(threeSteps, { state: 'running' }), []);

    expect(report).toMatchObject({
      state: 'running',
      obstacles: [],
      grown: [],
      residue: [],
      steps: { proven: 0, claimed: 0, ends: { open: 3 } },
    });
    expect(Object.keys(report)).not.toEqual(expect.arrayContaining(['reason', 'tallies', 'ledger']));
    expect(report.times).not.toHaveProperty('ended');
  });

  it('accounts for every spot of a journey, once', async () => {
    const { report, plan } = await journey(poor);

    expect(report.spots).toBe(plan.steps.length + plan.kept.length + plan.gaps.length);
    expect(report.steps.planned + report.gaps.length + sum(report.kept)).toBe(report.spots);
    expect(sum(report.steps.ends)).toBe(report.steps.planned);
    expect(report.steps.proven + report.notProven.length).toBe(report.steps.planned);
    expect(report.gaps).toEqual(plan.gaps);
    expect(report.gaps.length).toBeGreaterThan(0);
    expect(report.remains.length).toBeGreaterThan(0);
    expect(report.unreached.length).toBeGreaterThan(0);
    expect(report.sideEffects.length).toBeGreaterThan(0);
  });

  it.each([
    ['a host that can do everything', {}],
    ['a poor host', poor],
  ])('comes back from a file as it went in, after a journey on %s', async (_which, options) => {
    const { report } = await journey(options);
    const readBack: unknown = JSON.parse(JSON.stringify(report));

    expect(reportSchema.parse(readBack)).toEqual(report);
    expect(readBack).toEqual(report);
  });

  it.each([
    ['a field of its own', { note: 'Ada King called' }],
    ['an address as the approver', { approvedBy: 'ada.king@lovelace.test' }],
    ['a state of its own', { state: 'finished' }],
    ['another version', { version: 2 }],
  ])('is not read back with %s', (_what, change) => {
    expect(reportSchema.safeParse({ ...reportOf(recordOf(threeSteps), []), ...change }).success).toBe(false);
  });

  it.each([
    ['a host that can do everything', {}],
    ['a poor host', poor],
  ])('holds no secret of the person, as data or as text, after a journey on %s', async (_which, options) => {
    const { report } = await journey(options);
    const { secrets } = mistakableWorld();
    const hunt = hunterFor(secrets);
    const leak = secrets.map(({ text }) => text).join('\n');

    expect((await hunt([JSON.stringify(report), '\n', reportMarkdown(report)])).hits).toEqual([]);
    expect(new Set((await hunt([leak])).hits.map(({ secret }) => secret)).size).toBe(secrets.length);
  });
});

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}
