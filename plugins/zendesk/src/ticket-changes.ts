import { HostError } from '@lethe/core';
import type { Receipt } from '@lethe/core';
import { ticketsByNumber } from './api.ts';
import { updateTickets } from './api-write.ts';
import type { Values } from './api-write.ts';
import { leavingFrom, staysIn, textOf } from './form.ts';
import { MOST_ROWS } from './group.ts';
import { finished, isOver } from './jobs.ts';
import { receipts } from './placed.ts';
import type { PlacedStep, Writing } from './placed.ts';
import type { Copied } from './remembered.ts';
import type { Job, JobRow } from './schema.ts';
import { copiedOn, entryFor, tagsOn } from './view.ts';

/** Changes tickets, each in one row, and says what came of each row: a job that is completed may have failed rows. */
export async function changeTickets(writing: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const { line } = writing;
  const rows: Row[] = [];
  for (const [ticket, some] of byTicket(steps)) rows.push(rowFor(ticket, some, await listValues(writing, some)));
  const batches = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, at) =>
    rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  );
  const jobs: Job[] = [];
  for (const batch of batches)
    jobs.push(
      await updateTickets(
        line,
        batch.map(({ values }) => values),
      ),
    );
  const ended = await finished(line, jobs);
  return ended.flatMap((job, at) => receiptsFrom(job, batches[at] ?? []));
}

interface Row {
  readonly ticket: number;
  readonly steps: readonly PlacedStep[];
  readonly values: Values;
}

function byTicket(steps: readonly PlacedStep[]): ReadonlyMap<number, readonly PlacedStep[]> {
  const tickets = new Map<number, PlacedStep[]>();
  for (const one of steps) tickets.set(one.place.key, [...(tickets.get(one.place.key) ?? []), one]);
  return tickets;
}

function rowFor(ticket: number, steps: readonly PlacedStep[], copies: Values): Row {
  const fields: unknown[] = [];
  const followers: unknown[] = [];
  const values: Record<string, unknown> = { id: ticket };
  for (const { step, place } of steps) {
    const { part, which } = place;
    if (part === 'subject') values.subject = textOf(step);
    if (part === 'external') values.external_id = textOf(step) || null;
    if (part === 'field') fields.push({ id: Number(which), value: textOf(step) });
    // A text with a stretch cut out may not fit the pattern: the field is emptied.
    if (part === 'pattern') fields.push({ id: Number(which), value: '' });
    if (part === 'follower') followers.push({ user_id: Number(which), action: 'delete' });
  }
  if (fields.length > 0) values.custom_fields = fields;
  if (followers.length > 0) values.followers = followers;
  return { ticket, steps, values: { ...values, ...copies } };
}

/** Lists change by what leaves them. */
async function listValues(writing: Writing, steps: readonly PlacedStep[]): Promise<Values> {
  return { ...(await copyValues(writing, steps)), ...(await tagValues(writing, steps)) };
}

async function tagValues({ line, remembered }: Writing, steps: readonly PlacedStep[]): Promise<Values> {
  const changing = steps.find(({ place }) => place.part === 'tags');
  if (changing === undefined) return {};
  const { step, place } = changing;
  const tags = remembered.tags(place.key) ?? (await ticketsByNumber(line, [place.key])).rows.flatMap(tagsOn);
  return { remove_tags: leavingFrom(step, tags) };
}

/** What is sent so that only those stay in copy who are to stay. */
async function copyValues(writing: Writing, steps: readonly PlacedStep[]): Promise<Values> {
  const changing = steps.find(({ place }) => place.part === 'ccs');
  if (changing === undefined) return {};
  const { step, place } = changing;
  const settings = await writing.known.settings();
  const collaborators = settings.tickets?.follower_and_email_cc_collaborations === false;
  const copied = writing.remembered.copies(place.key) ?? (await copiesNow(writing, place.key, collaborators));
  const [staying, leaving] = [true, false].map((stays) =>
    copied.filter(({ entry }) => staysIn(step, entry) === stays).map(({ user }) => user),
  );
  if (collaborators) return { collaborator_ids: staying ?? [] };
  return { email_ccs: (leaving ?? []).map((user) => ({ user_id: user, action: 'delete' })) };
}

/** Who is in copy of a ticket that nobody read before. */
async function copiesNow({ line }: Writing, number: number, collaborators: boolean): Promise<readonly Copied[]> {
  const { rows, users } = await ticketsByNumber(line, [number]);
  const known = new Map(users.map((user) => [user.id, user]));
  return rows.flatMap((ticket) =>
    copiedOn({ ticket, setting: { collaborators } }).map((user) => ({ user, entry: entryFor(user, known) })),
  );
}

/** What a job says of its rows; rows it says nothing of are read again later. */
function receiptsFrom(job: Job, rows: readonly Row[]): readonly Receipt[] {
  if (!isOver(job)) return rows.flatMap(({ steps }) => receipts(steps, 'queued'));
  return rows.flatMap((row, at) => {
    const result = job.results.find(({ id, index }) => (id === undefined ? index === at : id === row.ticket));
    return result === undefined ? receipts(row.steps, 'done') : receiptsOf(result, row.steps);
  });
}

function receiptsOf({ success, error, details }: JobRow, steps: readonly PlacedStep[]): readonly Receipt[] {
  const said = `${error ?? ''} ${details ?? ''}`;
  if (success !== false && said.trim() === '') return receipts(steps, 'done');
  if (/not.?found/i.test(said)) return receipts(steps, 'absent');
  if (/conflict/i.test(said))
    throw new HostError('locked', 'Somebody else is changing one of the tickets at this moment. Try again.');
  if (/too many|rate|limit/i.test(said))
    throw new HostError('too-fast', 'A ticket was updated thirty times in ten minutes: Zendesk asks to wait.');
  const { code, remedy } = refusalFor(said);
  return steps.map(({ step }) => ({ step: step.id, claim: 'refused', code, remedy }));
}

function refusalFor(said: string): { readonly code: 'rejected' | 'not-permitted'; readonly remedy: string } {
  if (/closed/i.test(said))
    return {
      code: 'rejected',
      remedy:
        'The ticket was closed since it was read, and Zendesk refuses changes of closed tickets: accept that it stays, or delete the ticket permanently.',
    };
  if (/forbidden|denied|permi/i.test(said))
    return {
      code: 'not-permitted',
      remedy:
        'Give the role of the sign-in all tickets and the right to edit them (Admin Center > People > Team > Roles).',
    };
  return {
    code: 'rejected',
    remedy:
      'Zendesk did not take the change of this ticket: open it in Zendesk, look for required fields, and change it by hand.',
  };
}
