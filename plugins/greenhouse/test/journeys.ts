import { defaultRules } from '@lethe/core';
import type { Ending, PersonId, Rules } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Review, VirtualClock } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import type { Behaviour } from './fake/greenhouse.ts';
import { custom, Seed } from './fake/seed.ts';
import { FakeGreenhouse } from './fake/server.ts';
import { portTo } from './testbed.ts';
import { greenhouseHost, personIdOf } from '../src/index.ts';
import type { GreenhouseHostOptions, Version } from '../src/index.ts';

/** The one everything is about. */
export const ada = { name: 'Ada Quellstone', address: 'ada@quellstone.test', phone: '+372 555 1234' } as const;

/** A candidate with something in every field, rejected for one job after an offer, and a prospect before that. */
export function everything(seed: Seed): { readonly candidate: number; readonly application: number } {
  const says = (what: string): string => `${what} of ${ada.name}`;
  const candidate = seed.candidate({
    ...{ name: ada.name, emails: [ada.address], phones: [ada.phone], preferred_name: 'Ada Q.' },
    ...{ company: 'Quellstone Prints', title: 'Printer to the Quellstones', tags: ['Backend', `met ${ada.name}`] },
    addresses: [{ value: '1 Quellstone Lane', type: 'home' }],
    website_addresses: [{ value: 'https://quellstone.test' }],
    social_media_addresses: [{ value: '@quellstone' }],
    custom_fields: custom({ Salary: '42000 for Quellstone' }),
    unseen: {
      ...{ headline: says('Headline'), referral_questions: says('Referral'), follow_up_reminders: says('Reminder') },
      ...{ match_score_reasoning: says('Score'), identity_verification: says('Passport') },
      third_party_integrations: says('Profile'),
    },
  });
  const application = seed.application(candidate, {
    location_address: 'Quellstone',
    answers: [{ question: 'Why?', answer: `I am ${ada.name}.` }],
    custom_fields: custom({ Notice: `${ada.name} says a month` }),
  });
  const prospect = seed.application(candidate, { status: 'converted', prospect: true, prospective_job_ids: [71, 72] });
  seed.prospect(prospect);
  const note = seed.note(candidate, says('Rejection'), { application_id: application });
  seed.rejection(application, { rejection_note_id: note, question_custom_fields: custom({ Why: says('Why') }) });
  for (const type of ['NOTE', 'ACTIVITY', 'EMAIL', 'LINKEDIN_NOTE', 'LINKEDIN_INMAIL', 'TOUCHPOINT', 'FOLLOW_UP'])
    seed.note(candidate, says(type), { type, application_id: application, email_to: ada.address });
  seed.attachment(application, `${ada.name}.pdf`, says('Résumé'));
  seed.education(candidate, 'Quellstone College');
  seed.employment(candidate, 'Quellstone Prints');
  seed.offer(application, { Salary: '42000', Remark: says('Offer') });
  seed.scorecard(application, 'Strong in databases.');
  seed.interview(application);
  return { candidate, application };
}

/** An invented Greenhouse that answers, and what to do with it. */
export interface Stage {
  readonly fake: FakeGreenhouse;
  readonly clock: VirtualClock;
  readonly seed: Seed;
  readonly person: PersonId;
  readonly candidate: number;
  readonly application: number;
  host(options?: Omit<GreenhouseHostOptions, 'clock'>): ReturnType<typeof greenhouseHost>;
  /** All that is stored, as one text. */
  stored(): string;
  tallies(): Readonly<Record<string, string>>;
}

/** What a stage is set with. */
export interface Setting {
  readonly version?: Version;
  readonly behaviour?: Partial<Behaviour>;
  readonly refused?: readonly string[];
  readonly fill?: (seed: Seed, candidate: number, application: number) => void;
}

/** Sets a stage, does something on it, and closes it whatever happens. */
export async function onStage(
  { version = 'v3', behaviour = {}, refused = [], fill = () => undefined }: Setting,
  act: (stage: Stage) => Promise<void>,
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock, refused);
  const { candidate, application } = everything(seed);
  fill(seed, candidate, application);
  seed.greenhouse.behave(behaviour);
  const fake = await FakeGreenhouse.start(seed.greenhouse);
  const port = portTo(fake, clock, version);
  try {
    await act({
      ...{ fake, clock, seed, candidate, application, person: personIdOf(String(candidate)) },
      host: (options = { pronouns: 'not-asked' }) => greenhouseHost(version, port, { ...options, clock }),
      stored: () => [...dumpOf(seed.greenhouse)].join('\n'),
      tallies: () => talliesOf(seed.greenhouse),
    });
  } finally {
    await fake.close();
  }
}

/** Reviews the candidate and carries the plan out. */
export async function anonymized(
  { clock, person }: Pick<Stage, 'clock' | 'person'>,
  host: ReturnType<typeof greenhouseHost>,
  rules: Rules = defaultRules,
): Promise<{ readonly review: Review; readonly ending: Ending; readonly outcomes: readonly string[] }> {
  const review = await reviewOf(host, person, { rules });
  const { ending, journal } = await carryOut(runOf(host, review, { clock }));
  const outcomes = journal.changes
    .flatMap((change) => change.settle ?? [])
    .map(({ step, outcome }) => `${step} ${outcome}`);
  return { review, ending, outcomes };
}
