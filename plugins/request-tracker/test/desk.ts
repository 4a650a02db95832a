import type { ReadyStep, Spot, StepId } from '@lethe/core';
import { Personal } from '@lethe/core';
import { ada, bo } from './journeys.ts';
import { withRequestTracker } from './fake.ts';
import type { Running } from './fake.ts';
import type { Seed } from './fake/seed.ts';
import { agentMail, incomingMail, openingMail, sentMail } from './mails.ts';
import type { NewMail } from './mails.ts';

/** A desk where Ada opened a ticket by mail and Bo answered. */
export interface Desk {
  readonly person: number;
  readonly agent: number;
  readonly ticket: number;
}

/** A mail with nothing special about it, changed as the test wants. */
export function mailOf(changes: Partial<NewMail>): NewMail {
  return {
    from: ['ada.quell@mail.test'],
    to: ['rt@helpdesk.test'],
    copies: [],
    subject: 'Re: Printer',
    ...rest,
    ...changes,
  };
}

const rest = { noted: 'Email', form: 'plain', text: 'It smokes.', files: [] } as const;

/** A ticket somebody opened by mail. */
export function openedBy(
  seed: Seed,
  by: number,
  mail: string | { readonly subject: string; readonly text: string },
): number {
  const { subject, text } = typeof mail === 'string' ? { subject: mail, text: 'Please help.' } : mail;
  const from = String(seed.tracker.rows.get('Users', by).EmailAddress);
  return seed.ticket({
    by,
    Subject: subject,
    opening: openingMail({ from, subject, noted: 'Email', text, files: [] }),
  });
}

/** Who writes on which ticket. */
export interface Writer {
  readonly ticket: number;
  readonly by: number;
}

/** An answer of a colleague, and the mails RT sent of it. */
export function answered(seed: Seed, { ticket, by }: Writer, mail: NewMail): void {
  seed.message(ticket, { by, Type: 'Correspond', mail: agentMail({ ...mail, noted: 'Web' }) });
  seed.message(ticket, { by: 1, Type: 'EmailRecord', Data: '<rt-5.0.3-1@helpdesk.test>', mail: sentMail(mail) });
}

/** Something that came in by mail. */
export function mailedIn(seed: Seed, { ticket, by }: Writer, mail: NewMail): number {
  return seed.message(ticket, { by, Type: 'Correspond', mail: incomingMail(mail) });
}

function deskIn(seed: Seed): Desk {
  const person = seed.user(ada);
  const agent = seed.user(bo);
  const ticket = openedBy(seed, person, { subject: 'Printer of Ada Quellstone', text: 'I am Ada Quellstone.' });
  answered(
    seed,
    { ticket, by: agent },
    mailOf({ to: ['ada.quell@mail.test'], text: 'Dear Ada Quellstone, turn it off.' }),
  );
  return { person, agent, ticket };
}

/** Lets a test use a desk, with more in it if it wants. */
export async function withDesk(
  inside: boolean,
  act: (running: Running & Desk) => Promise<void>,
  more: (seed: Seed, at: Desk) => void = () => undefined,
): Promise<void> {
  const made: Desk[] = [];
  const fill = (seed: Seed): void => {
    const at = deskIn(seed);
    more(seed, at);
    made.push(at);
  };
  await withRequestTracker({ inside, fill }, async (running) => {
    for (const at of made) await act({ ...running, ...at });
  });
}

/** A step on a spot, made ready. */
export function stepOn(spot: Spot, verb: ReadyStep['verb'], text = ''): ReadyStep {
  const id = `step:${spot.id}` as StepId;
  return { id, spot: spot.id, kind: spot.kind, verb, after: { form: 'plain', text: Personal.of(text) } };
}

/** Makes the call of one step; answers what the host claims. */
export async function blankAlone({ host }: Running, step: ReadyStep): Promise<string | undefined> {
  const [group] = host.group([step]);
  const [receipt] = group === undefined ? [] : await host.apply(group);
  return receipt?.claim;
}
