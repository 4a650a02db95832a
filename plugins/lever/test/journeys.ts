import { defaultRules, parseRules } from '@lethe/core';
import type { Host, Rules, Spot, SpotId, StepId } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Carried, Review, ReviewInput, TestRun, VirtualClock } from '@lethe/core/testing';
import { dumpOf } from './fake/dump.ts';
import type { Behaviour } from './fake/lever.ts';
import { Seed, fullKey } from './fake/seed.ts';
import { FakeLever } from './fake/server.ts';
import { portTo, standBy } from './testbed.ts';
import { leverHost, personIdOf } from '../src/index.ts';
import type { LeverHostOptions } from '../src/index.ts';

/** An invented Lever that is running, and the plugin that talks to it. */
export interface Running {
  readonly seed: Seed;
  readonly fake: FakeLever;
  readonly clock: VirtualClock;
  readonly host: Host;
}

/** How a Lever is set up, besides what is put into it. */
export interface SettingUp {
  readonly options?: Omit<LeverHostOptions, 'clock'>;
  readonly behaviour?: Partial<Behaviour>;
  readonly key?: string;
  /** Whether nobody does what is done by hand. */
  readonly alone?: boolean;
}

/** Starts a Lever with what `fill` puts into it, lets a test use it, and stops it whatever happens. */
export async function withLever<Filled>(
  fill: (seed: Seed) => Filled,
  act: (running: Running & Filled) => Promise<void>,
  { options = {}, behaviour = {}, key = fullKey, alone = false }: SettingUp = {},
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.lever.behave(behaviour);
  // Somebody else's, by which a key is seen to see confidential opportunities.
  seed.opportunity(seed.contact({ name: 'Ida Falk', emails: ['ida.falk@falk.test'] }), {
    confidentiality: 'confidential',
  });
  const filled = fill(seed);
  const fake = await FakeLever.start(seed.lever);
  if (!alone) standBy(fake);
  try {
    await act({ seed, fake, clock, host: leverHost(portTo(fake, clock, key), { ...options, clock }), ...filled });
  } finally {
    await fake.close();
  }
}

/** Ada, a candidate whose opportunities are archived. */
export interface Candidacy {
  readonly contact: string;
  readonly first: string;
  readonly second: string;
}

/** What Ada is called and reached by. */
export const ada = { name: 'Ada Quellstone', emails: ['ada@quill.test', 'ada.q@home.test'] } as const;

/** Ada applied twice, and was rejected twice. */
export function candidacy(seed: Seed): Candidacy {
  const contact = seed.contact({
    ...ada,
    phones: ['+372 555 1234'],
    headline: 'Quellstone Prints',
    location: 'Tallinn',
    links: ['https://people.test/ada-quellstone'],
    photo: 'ada-at-the-beach.jpg',
  });
  const [first = '', second = ''] = ['posting-1', 'posting-2'].map((posting) => {
    const opportunity = seed.opportunity(contact, { tags: ['Backend', 'Friend of Ada Quellstone'] });
    seed.application(opportunity, {
      ...{ posting, name: ada.name, email: ada.emails[0], phone: { type: 'mobile', value: '+372 555 1234' } },
      ...{ comments: 'I like databases.', ipAddress: '192.0.2.7', userAgent: 'Browser of Ada' },
      customQuestions: seed.answers('I live in Quellstone Street.'),
    });
    seed.resume(opportunity, 'ada.pdf', { positions: [{ org: 'Quellstone Prints', title: 'Printer' }] });
    seed.file(opportunity, 'letter.txt', 'Yours, Ada');
    seed.unseen(opportunity, `Dear ${ada.name}`);
    return opportunity;
  });
  return { contact, first, second };
}

/** Reviews a candidate, carries the plan out, and says what came of it. */
export async function anonymize(
  { host, clock }: Pick<Running, 'host' | 'clock'>,
  contact: string,
  { input = {}, changes = {} }: { readonly input?: ReviewInput; readonly changes?: Partial<TestRun> } = {},
): Promise<Carried & { readonly review: Review }> {
  const review = await reviewOf(host, personIdOf(contact), input);
  return { ...(await carryOut(runOf(host, review, { clock, ...changes }))), review };
}

/** Rules that differ from the default ones. */
export function rulesWith(changes: Parameters<typeof parseRules>[0]): Rules {
  return parseRules(changes);
}

/** Rules by which notes and feedback are blanked, if need be by deleting them. */
export const strict: Rules = { ...defaultRules, about: { note: 'blank', feedback: 'blank' }, onlyRemovable: 'remove' };

/** The spot whose id ends so. */
export function spotEnding(spots: readonly Spot[], end: string): Spot {
  const found = spots.find(({ id }) => id.endsWith(end));
  if (found === undefined)
    throw new RangeError(`no spot ends in ${end}; there are ${spots.map(({ id }) => id).join(' ')}`);
  return found;
}

/** How each step of a run ended, by its spot. */
export async function outcomesOf({ journal }: Carried): Promise<ReadonlyMap<string, string>> {
  const outcomes = new Map<string, string>();
  for await (const { step, outcome } of journal.entries()) if (outcome !== undefined) outcomes.set(step, outcome);
  return outcomes;
}

/** What a spot holds now, as text. */
export async function reread(host: Host, spot: SpotId): Promise<string> {
  for await (const { content } of host.reread([spot])) {
    if (content === 'gone') return 'gone';
    return content.form === 'plain' ? content.text.reveal() : content.form;
  }
  return 'no reading';
}

/** Whether a text stands anywhere in an invented Lever. */
export function holds({ lever }: Seed, text: string): boolean {
  return [...dumpOf(lever)].join('\n').includes(text);
}

/** Calls that changed something. */
export function writesOf({ made }: FakeLever): readonly string[] {
  return made.filter(({ isWrite }) => isWrite).map(({ method, url }) => `${method} ${url}`);
}

/** The step of a spot, as core calls it. */
export function stepOf(spot: SpotId): StepId {
  return String(spot) as StepId;
}
