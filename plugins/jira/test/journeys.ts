import type { Host, Spot } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Carried, Review, TestRun, VirtualClock } from '@lethe/core/testing';
import { Seed } from './fake/seed.ts';
import type { NewUser } from './fake/seed.ts';
import { FakeJira } from './fake/server.ts';
import type { Exchange } from './fake/server.ts';
import type { Site } from './fake/site.ts';
import { inForge } from './ways.ts';
import type { Way } from './ways.ts';
import { jiraHost, personIdOf } from '../src/index.ts';
import type { HttpPort, JiraHostOptions } from '../src/index.ts';

/** An invented Jira that is running, and the plugin that talks to it. */
export interface Running {
  readonly seed: Seed;
  readonly fake: FakeJira;
  readonly clock: VirtualClock;
  readonly port: HttpPort;
  readonly host: Host;
}

/** How a Jira is set up, besides what is put into it. */
export interface SettingUp {
  readonly site?: Partial<Site>;
  readonly options?: Omit<JiraHostOptions, 'clock'>;
  readonly way?: Way;
  /** Is shown every call with its answer. */
  readonly watch?: (exchange: Exchange) => void;
}

/** Starts a Jira with what `fill` puts into it, lets a test use it, and stops it whatever happens. */
export async function withHost<Filled>(
  fill: (seed: Seed) => Filled,
  act: (running: Running & Filled) => Promise<void>,
  { site = {}, options = {}, way = inForge, watch = () => undefined }: SettingUp = {},
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.jira.configure(site);
  const filled = fill(seed);
  const fake = await FakeJira.start(seed, { clock, watch });
  const { port, close } = await way.open(fake);
  try {
    await act({ seed, fake, clock, port, host: jiraHost(port, { ...options, clock }), ...filled });
  } finally {
    close();
    await fake.close();
  }
}

/** Ada, whom the tests anonymize. */
export const ada: NewUser = {
  name: 'Ada Quellstone',
  email: 'ada@quill.test',
  details: { Phone: ['+372 555 1234'], Plan: ['Gold for Ada'] },
};
/** Bo, an agent. */
export const bo: NewUser = {
  name: 'Bo Lund',
  email: 'bo.lund@desk.test',
  accountType: 'atlassian',
  groups: ['jira-servicemanagement-users'],
};
/** Ida, another customer. */
export const ida: NewUser = { name: 'Ida Falk', email: 'ida.falk@falk.test' };

/** A desk where Ada wrote a mail and Bo answered. */
export interface Desk {
  readonly person: string;
  readonly agent: string;
  readonly other: string;
  readonly issue: number;
  readonly comments: readonly number[];
}

/** Puts a desk into a Jira. */
export function desk(seed: Seed): Desk {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  const other = seed.user(ida);
  const issue = seed.issue({
    ...{ summary: 'Printer of Ada Quellstone', description: 'I am Ada Quellstone, my printer burns.' },
    ...{ reporter: person, channel: 'email' },
  });
  const comments = [
    seed.comment(issue, { by: person, body: 'It is still on fire. Ada' }),
    seed.comment(issue, { by: agent, body: 'Dear Ada, call the fire brigade.' }),
  ];
  return { person, agent, other, issue, comments };
}

/** Reviews a person, carries the plan out, and says what came of it. */
export async function anonymize(
  { host, clock }: Pick<Running, 'host' | 'clock'>,
  account: string,
  changes: Partial<TestRun> = {},
): Promise<Carried & { readonly review: Review }> {
  const review = await reviewOf(host, personIdOf(account));
  return { ...(await carryOut(runOf(host, review, { clock, ...changes }))), review };
}

/** The spot of a label. */
export function labelled(spots: readonly Spot[], label: string): Spot {
  const found = spots.find((spot) => spot.label === label);
  if (found === undefined)
    throw new RangeError(`no spot is called ${label}; there are ${spots.map((spot) => spot.label).join(', ')}`);
  return found;
}

/** Lines of all that is stored that hold a text. */
export function linesWith(fake: FakeJira, text: string): readonly string[] {
  return [...fake.dump()]
    .join('')
    .split('\n')
    .filter((line) => line.includes(text));
}
