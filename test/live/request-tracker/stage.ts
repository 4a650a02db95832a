import { z } from 'zod';
import type { Cast, Character } from '../shared/cast.ts';
import { rawMail } from '../shared/mail.ts';
import type { Mail } from '../shared/mail.ts';
import { runProgram } from '../shared/programs.ts';
import type { Words } from '../shared/words.ts';
import type { Numbers } from './people.ts';
import { nothing, numbered } from './rest.ts';
import type { Rest } from './rest.ts';

/** Everything the scenes of the world are played with. */
export interface Stage {
  readonly url: string;
  readonly rest: Rest;
  readonly cast: Cast;
  readonly numbers: Numbers;
  readonly words: Words;
}

/** A file to go with a text. */
export interface File {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;
}

/** What somebody writes. */
export interface Writing {
  readonly text: string;
  readonly type?: 'text/plain' | 'text/html';
  readonly files?: readonly File[];
}

/** What somebody writes on a ticket. */
export type OnTicket = Writing & { readonly id: number };

/** Opens a ticket as somebody; gives its number. */
export async function openTicket(
  stage: Stage,
  who: Character,
  ticket: Writing & { readonly subject: string; readonly queue?: string; readonly more?: object },
): Promise<number> {
  const { subject, queue = 'General', more = {} } = ticket;
  const body = { Queue: queue, Subject: subject, Requestor: [who.address], ...written(ticket), ...more };
  return (await stage.rest.as(who).post('/ticket', body, numbered)).id;
}

/** Writes to the requestor of a ticket, who gets a mail. */
export async function answer(stage: Stage, who: Character, writing: OnTicket): Promise<void> {
  await stage.rest.as(who).post(`/ticket/${String(writing.id)}/correspond`, written(writing), nothing);
}

/** Writes among colleagues. */
export async function comment(stage: Stage, who: Character, writing: OnTicket): Promise<void> {
  await stage.rest.as(who).post(`/ticket/${String(writing.id)}/comment`, written(writing), nothing);
}

/** Changes a ticket as somebody: subject, fields, watchers, status. */
export async function updateTicket(
  stage: Stage,
  who: Character,
  { id, change }: { readonly id: number; readonly change: object },
): Promise<void> {
  await stage.rest.as(who).put(`/ticket/${String(id)}`, change);
}

/** A mail comes in by RT's own gate, as from the alias of a mail server; gives the number of the newest ticket. */
export async function mailIn(stage: Stage, mail: Omit<Mail, 'to'>): Promise<number> {
  const options = ['--queue', 'General', '--action', 'correspond', '--url', stage.url];
  await runProgram(['rt-mailgate-5', ...options], rawMail({ ...mail, to: 'rt@helpdesk.test' }));
  return latestTicket(stage.rest);
}

async function latestTicket(rest: Rest): Promise<number> {
  const list = z.object({ items: z.array(numbered).min(1) });
  const { items } = await rest.get('/tickets?query=id%3E0&orderby=id&order=DESC&per_page=1', list);
  return items[0]?.id ?? 0;
}

function written({ text, type = 'text/plain', files = [] }: Writing): object {
  const attached = files.map(({ name, type: kind, content }) => ({
    FileName: name,
    FileType: kind,
    FileContent: Buffer.from(content).toString('base64'),
  }));
  return { Content: text, ContentType: type, ...(attached.length === 0 ? {} : { Attachments: attached }) };
}
