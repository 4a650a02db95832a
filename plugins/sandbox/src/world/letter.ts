import type { Dice } from './dice.ts';
import { writtenDate } from './calendar.ts';
import { filled } from './topic.ts';
import type { Phrases } from './topic.ts';

/** Who signs a mail. */
export interface Signature {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly company: string;
}

/** A mail that is quoted below the answer to it. */
export interface Quoted {
  readonly body: string;
  readonly at: Date;
  readonly by: Signature;
}

/** What a mail says. */
export interface Letter {
  readonly paragraphs: readonly string[];
  readonly by: Signature;
  readonly phrases: Phrases;
  /** Who is answered by the desk. */
  readonly to?: string;
  readonly quoted?: Quoted;
}

const QUOTED_LINES = 14;

/** The text of a mail: greeting, paragraphs, signature, and what it answers to below. */
export function letterText({ paragraphs, by, phrases, to, quoted }: Letter, dice: Dice): string {
  const signature = [dice.pick(phrases.closings), by.name, by.company, `${phrases.phone}: ${by.phone}`];
  const greeting =
    to === undefined
      ? dice.pick(phrases.greetings)
      : filled(dice.pick(phrases.answering), { name: to, given: to.split(' ')[0] ?? to });
  const parts = [greeting, ...paragraphs, signature.filter((line) => !line.endsWith(': ')).join('\n')];
  return [...parts, ...(quoted === undefined ? [] : [quote(quoted, phrases)])].join('\n\n');
}

function quote({ body, at, by }: Quoted, phrases: Phrases): string {
  const head = filled(phrases.wrote, { date: writtenDate(at), name: by.name, address: by.address });
  const lines = body.split('\n').slice(0, QUOTED_LINES);
  return [head, ...lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))].join('\n');
}

/** The same mail as HTML. Some mail programs write every special letter as an entity, and so does `encode`. */
export function htmlFrom(text: string, encode: boolean): string {
  const blocks = text.split('\n\n').map((block) => blockFrom(block.split('\n'), encode));
  return blocks.join('\n');
}

function blockFrom(lines: readonly string[], encode: boolean): string {
  const written = lines.map((line) => entities(line, encode)).join('<br>\n');
  return lines.some((line) => line.startsWith('>')) ? `<blockquote>${written}</blockquote>` : `<p>${written}</p>`;
}

function entities(text: string, encode: boolean): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  if (!encode) return safe;
  return safe.replace(/[@\u0080-\uFFFF]/g, (letter) => `&#${String(letter.charCodeAt(0))};`);
}
