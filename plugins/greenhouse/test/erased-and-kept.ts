import type { Clock } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import { caseObstacles, guardSettingsSchema } from '@lethe/core';
import { fieldNames } from '../src/fields/field.ts';
import { greenhouseHost, personIdOf } from '../src/index.ts';
import { dumpOf } from './fake/dump.ts';
import { anonymize } from './fake/effects.ts';
import { Seed } from './fake/seed.ts';
import { FakeGreenhouse } from './fake/server.ts';
import { ada, everything } from './journeys.ts';
import { portTo } from './testbed.ts';

/** One thing that is counted or must be gone: before, after all 42 fields, after Lethe. */
export interface Line {
  readonly what: string;
  readonly before: string;
  readonly engine: string;
  readonly lethe: string;
  /** Whether Lethe's column is as it should be: equal to before for what is counted, none for what is personal. */
  readonly holds: boolean;
}

/** Two fields came later than the engine's list. */
const later = ['match_score_reasoning', 'identity_verification'];

interface Outcome {
  readonly counted: Readonly<Record<string, string>>;
  readonly personal: string;
}

/** Anonymizes the candidate in both ways, each in a Greenhouse of its own. */
export async function comparedAfter(clockOf: () => Clock): Promise<readonly Line[]> {
  const before = sceneOf(clockOf());
  const engine = sceneOf(clockOf());
  const { greenhouse } = engine.seed;
  const fields = fieldNames.filter((field) => !later.includes(field));
  anonymize(greenhouse, greenhouse.candidates.get(engine.candidate), fields);
  const was = outcomeOf(before);
  const blind = outcomeOf(engine);
  const ours = await letheOn(clockOf());
  const counted = Object.entries(was.counted).map(([what, value]): Line => {
    const lethe = ours.counted[what] ?? '';
    return { what, before: value, engine: blind.counted[what] ?? '', lethe, holds: lethe === value };
  });
  return [
    ...counted,
    {
      what: 'lines that name the person',
      ...{ before: was.personal, engine: blind.personal, lethe: ours.personal },
      holds: ours.personal === '0',
    },
    {
      what: 'if the candidate was hired meanwhile',
      ...{ before: '-', engine: 'anonymized all the same', lethe: await ifHired(clockOf()) },
      holds: (await ifHired(clockOf())) === 'left alone',
    },
  ];
}

interface Scene {
  readonly seed: Seed;
  readonly candidate: number;
  readonly application: number;
}

function sceneOf(clock: Clock): Scene {
  const seed = new Seed(clock);
  return { seed, ...everything(seed) };
}

function outcomeOf({ seed: { greenhouse }, application, candidate }: Scene): Outcome {
  const one = greenhouse.applications.get(application);
  const [rejection] = greenhouse.rejections.all();
  const [prospect] = greenhouse.prospects.all();
  const said = (value: number | string | null | undefined): string => (value == null ? 'lost' : String(value));
  const applied = one.created_at.slice(0, 10);
  const days = (Date.parse(one.rejected_at ?? '') - Date.parse(one.created_at)) / 86_400_000;
  const dump = [...dumpOf(greenhouse)].join('\n').split('\n');
  return {
    counted: {
      applications: String(greenhouse.applicationsOf(candidate).length),
      stage: said(one.stage_name),
      'moves through stages': String(one.transitions.length),
      applied,
      'days to the decision': String(Math.round(days)),
      source: said(one.source_id),
      'credited to': said(one.referrer_id),
      recruiter: said(one.recruiter_id),
      coordinator: said(one.coordinator_id),
      'rejection reason': said(rejection?.rejection_reason_id),
      offers: String(greenhouse.offers.all().length),
      scorecards: String(greenhouse.scorecards.all().length),
      interviews: String(greenhouse.interviews.all().length),
      'prospect pool': said(prospect?.pool_id),
      'prospect jobs': String(greenhouse.applications.all().flatMap((some) => some.prospective_job_ids).length),
    },
    personal: String(dump.filter((line) => line.includes(ada.name) || line.includes(ada.address)).length),
  };
}

async function letheOn(clock: Clock): Promise<Outcome> {
  const scene = sceneOf(clock);
  const fake = await FakeGreenhouse.start(scene.seed.greenhouse);
  try {
    const host = greenhouseHost('v3', portTo(fake, clock), { clock });
    const review = await reviewOf(host, personIdOf(String(scene.candidate)));
    const { ending } = await carryOut(runOf(host, review, { clock }));
    if (ending.state === 'stopped') throw new Error('The run did not come to its end.');
    return outcomeOf(scene);
  } finally {
    await fake.close();
  }
}

async function ifHired(clock: Clock): Promise<string> {
  const { seed, candidate, application } = sceneOf(clock);
  const fake = await FakeGreenhouse.start(seed.greenhouse);
  try {
    const host = greenhouseHost('v3', portTo(fake, clock), { clock });
    const person = personIdOf(String(candidate));
    const review = await reviewOf(host, person);
    seed.greenhouse.applications.update(application, { status: 'hired' });
    const settings = guardSettingsSchema.parse({});
    const checkCases: NonNullable<Parameters<typeof runOf>[2]>['checkCases'] = (cases) =>
      caseObstacles(cases, { person: { id: person }, kind: 'candidate', settings, acknowledged: [] });
    const { ending } = await carryOut(runOf(host, review, { clock, checkCases }));
    const wrote = fake.made.some(({ isWrite }) => isWrite);
    return ending.reason === 'obstacles' && !wrote ? 'left alone' : 'changed';
  } finally {
    await fake.close();
  }
}
