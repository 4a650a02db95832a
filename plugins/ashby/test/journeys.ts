import type { Host, Outcome } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Carried, MemoryJournal, Review, TestRun, VirtualClock } from '@lethe/core/testing';
import type { Behaviour } from './fake/ashby.ts';
import { dumpOf } from './fake/dump.ts';
import { Seed, fullKey } from './fake/seed.ts';
import type { NewCandidate } from './fake/seed.ts';
import { FakeAshby } from './fake/server.ts';
import { portTo } from './testbed.ts';
import { ashbyHost, personIdOf } from '../src/index.ts';
import type { AshbyHostOptions, HttpPort } from '../src/index.ts';

/** An invented Ashby that is running, and the plugin that talks to it. */
export interface Running {
  readonly seed: Seed;
  readonly fake: FakeAshby;
  readonly clock: VirtualClock;
  readonly port: HttpPort;
  readonly host: Host;
}

/** How an Ashby is set up, besides what is put into it. */
export interface SettingUp {
  readonly options?: Omit<AshbyHostOptions, 'clock'>;
  readonly behaviour?: Partial<Behaviour>;
  /** Calls the key lacks the permission for. */
  readonly refused?: readonly string[];
}

/** Starts an Ashby with what `fill` puts into it, lets a test use it, and stops it whatever happens. */
export async function withAshby<Filled>(
  fill: (seed: Seed) => Filled,
  act: (running: Running & Filled) => Promise<void>,
  { options = {}, behaviour = {}, refused = [] }: SettingUp = {},
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.ashby.behave(behaviour);
  seed.ashby.keys.put({ id: fullKey, refused });
  const filled = fill(seed);
  const fake = await FakeAshby.start(seed.ashby);
  try {
    const port = portTo(fake, clock);
    await act({ seed, fake, clock, port, host: ashbyHost(port, { ...options, clock }), ...filled });
  } finally {
    await fake.close();
  }
}

/** Ada, whom the tests anonymize. */
export const ada = {
  name: 'Ada Quellstone',
  emails: ['ada@quill.test', 'ada.q@home.test'],
  phones: ['+372 555 1234'],
} as const;

/** A candidate with two applications. */
export interface Candidacy {
  readonly candidate: string;
  readonly first: string;
  readonly second: string;
}

/** Puts Ada into an Ashby, with all that the API shows of a candidate; `more` is said of her beside. */
export function candidacy(seed: Seed, more: NewCandidate = {}): Candidacy {
  const candidate = seed.candidate({
    ...ada,
    ...{ position: 'Printer', company: 'Quellstone Prints', school: 'Tartu Art School', city: 'Tartu' },
    socialLinks: [{ type: 'LinkedIn', url: 'https://people.test/ada-quellstone' }],
    tags: ['Backend'],
    fields: { Nickname: 'Adalind' },
    fileHandles: [seed.file('Ada Quellstone.pdf')],
    ...more,
  });
  const [first, second] = ['192.0.2.7', '192.0.2.8'].map((submitterClientIp) => {
    const resume = seed.file('Quellstone resume.pdf');
    const fields = { 'Why us': 'Adalind loves type.' };
    const application = seed.application(candidate, { submitterClientIp, resume, fields, answers: ['I print, A.Q.'] });
    seed.client(candidate, application, submitterClientIp);
    seed.feedback(application, 'Strong in databases.');
    seed.schedule(application, 'Complete', '2026-02-10T09:00:00.000Z');
    seed.offer(application);
    return application;
  });
  seed.note(candidate, 'Strong in databases.');
  seed.unseen(candidate, `Dear ${ada.name}, thank you.`);
  return { candidate, first: first ?? '', second: second ?? '' };
}

/** Reviews a candidate, carries the plan out, and says what came of it. */
export async function anonymize(
  { host, clock }: Pick<Running, 'host' | 'clock'>,
  candidate: string,
  changes: Partial<TestRun> & { readonly input?: Parameters<typeof reviewOf>[2] } = {},
): Promise<Carried & { readonly review: Review }> {
  const { input = {}, ...run } = changes;
  const review = await reviewOf(host, personIdOf(candidate), input);
  return { ...(await carryOut(runOf(host, review, { clock, ...run }))), review };
}

/** How steps ended, by the end of their spots' ids. */
export async function outcomesOf(journal: MemoryJournal, ending: string): Promise<readonly (Outcome | undefined)[]> {
  const found: (Outcome | undefined)[] = [];
  for await (const { step, outcome } of journal.entries()) if (step.includes(ending)) found.push(outcome);
  return found;
}

/** Calls that changed something, in their order. */
export function writesOf({ made }: FakeAshby): readonly string[] {
  return made.filter(({ isWrite, status }) => isWrite && status === 200).map(({ url }) => url.slice(1));
}

/** Whether a text stands anywhere in an invented Ashby. */
export function holds({ ashby }: Seed, text: string): boolean {
  return [...dumpOf(ashby)].join('\n').includes(text);
}
