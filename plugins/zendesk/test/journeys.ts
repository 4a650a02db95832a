import type { Host, Spot, SpotId } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Carried, Review, TestRun, VirtualClock } from '@lethe/core/testing';
import type { Account } from './fake/account.ts';
import { dumpOf } from './fake/dump.ts';
import { Seed } from './fake/seed.ts';
import type { NewUser } from './fake/seed.ts';
import { FakeZendesk } from './fake/server.ts';
import { overHttp } from './ways.ts';
import type { Way } from './ways.ts';
import { personIdOf, zendeskHost } from '../src/index.ts';
import type { HttpPort, ZendeskHostOptions } from '../src/index.ts';

/** An invented Zendesk that is running, and the plugin that talks to it. */
export interface Running {
  readonly seed: Seed;
  readonly fake: FakeZendesk;
  readonly clock: VirtualClock;
  readonly port: HttpPort;
  readonly host: Host;
}

/** How a Zendesk is set up, besides what is put into it. */
export interface SettingUp {
  readonly account?: Partial<Account>;
  readonly options?: Omit<ZendeskHostOptions, 'clock'>;
  readonly way?: Way;
}

/** Starts a Zendesk with what `fill` puts into it, lets a test use it, and stops it whatever happens. */
export async function withZendesk<Filled>(
  fill: (seed: Seed) => Filled,
  act: (running: Running & Filled) => Promise<void>,
  { account = {}, options = {}, way = overHttp }: SettingUp = {},
): Promise<void> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.zendesk.configure({ sideConversations: false, ...account });
  const filled = fill(seed);
  const fake = await FakeZendesk.start(seed.zendesk, { clock, ...way.opening(seed) });
  try {
    const port = way.portTo(fake);
    await act({ seed, fake, clock, port, host: zendeskHost(port, { ...options, clock }), ...filled });
  } finally {
    await fake.close();
  }
}

/** Ada, whom the tests anonymize. */
export const ada: NewUser = {
  name: 'Ada Quellstone',
  emails: ['ada@quill.test', 'ada.q@home.test'],
  phones: ['+372 555 1234'],
  company: 'Acme',
};

/** Bo, an agent. */
export const bo: NewUser = { name: 'Bo Lund', emails: ['bo.lund@desk.test'], role: 'agent' };

/** Ida, another user. */
export const ida: NewUser = { name: 'Ida Falk', emails: ['ida.falk@falk.test'] };

/** Where a mail of somebody came in. */
export const byMail = { channel: 'email' } as const;

/** A desk where Ada wrote a mail and Bo answered. */
export interface Desk {
  readonly person: number;
  readonly agent: number;
  readonly ticket: number;
}

/** Puts a desk into a Zendesk; `status` is the ticket's. */
export function desk(seed: Seed, status: 'open' | 'closed' = 'open'): Desk {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  const ticket = seed.ticket({
    by: person,
    subject: 'Printer of Ada Quellstone',
    status,
    via: byMail,
    comments: [
      { by: person, text: 'I am Ada Quellstone, my printer burns.', via: byMail },
      { by: agent, text: 'Dear Ada, call the fire brigade.' },
    ],
  });
  return { person, agent, ticket };
}

/** Reviews a user, carries the plan out, and says what came of it. */
export async function anonymize(
  { host, clock }: Pick<Running, 'host' | 'clock'>,
  user: number,
  changes: Partial<TestRun> = {},
): Promise<Carried & { readonly review: Review }> {
  const review = await reviewOf(host, personIdOf(user));
  return { ...(await carryOut(runOf(host, review, { clock, ...changes }))), review };
}

/** The spot of a label. */
export function labelled(spots: readonly Spot[], label: string): Spot {
  const found = spots.find((spot) => spot.label === label);
  if (found === undefined)
    throw new RangeError(`no spot is called ${label}; there are ${spots.map((spot) => spot.label).join(', ')}`);
  return found;
}

/** What a spot holds now, as text. */
export async function reread(host: Host, spot: SpotId): Promise<string> {
  for await (const { content } of host.reread([spot])) {
    if (content === 'gone') return 'gone';
    return content.form === 'plain' || content.form === 'html' ? content.text.reveal() : content.form;
  }
  return 'no reading';
}

/** Whether a text stands anywhere in an invented Zendesk. */
export function holds({ zendesk }: Seed, text: string): boolean {
  return [...dumpOf(zendesk)].join('\n').includes(text);
}
