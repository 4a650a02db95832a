/** How fast something in this process goes, in pairs with something else: by the time it has on the processor, as machines are busy. */
import { Personal } from '@lethe/core';
import type { Scanner } from '@lethe/core/scanning';
import { z } from 'zod';
import type { Message } from './corpus.ts';

const pageSchema = z.object({
  comments: z.array(z.object({ form: z.enum(['plain', 'html', 'adf']), body: z.string() })),
});

/** A page of a host's answer, and the texts in it. */
export interface Page {
  readonly json: string;
  readonly bytes: number;
  readonly texts: readonly { readonly text: Personal; readonly form: Message['form'] }[];
}

/** MB a second, and what was found in so many MB. */
export interface Rate {
  readonly rate: number;
  readonly found: number;
  readonly megabytes: number;
}

/** A page as it comes over the network; its strings are those its JSON is parsed to. */
export function pageOf(messages: readonly Message[]): Page {
  const json = JSON.stringify({ comments: messages.map(({ form, text }, id) => ({ id, form, body: text })) });
  const texts = pageSchema
    .parse(JSON.parse(json))
    .comments.map(({ form, body }) => ({ form, text: Personal.of(body) }));
  return { json, texts, bytes: messages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) };
}

/** Milliseconds on the processor. */
export function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** The rates of parsing pages and of scanning them, page by page in turn, for so long; after a while that does not count. */
export function ratesOf(
  pages: readonly Page[],
  scanner: Scanner<number>,
  seconds: number,
): { readonly parse: number; readonly scan: Rate } {
  for (const page of someOf(pages, seconds / 2)) scan(page, scanner);
  let [parseTime, scanTime, bytes, found] = [0, 0, 0, 0];
  for (const page of someOf(pages, seconds)) {
    parseTime += spent(() => void JSON.parse(page.json));
    scanTime += spent(() => (found += scan(page, scanner)));
    bytes += page.bytes;
  }
  return {
    parse: bytes / parseTime / 1e3,
    scan: { rate: bytes / scanTime / 1e3, found, megabytes: bytes / 1e6 },
  };
}

function* someOf(pages: readonly Page[], seconds: number): Generator<Page> {
  const before = process.cpuUsage();
  for (const page of pages) {
    yield page;
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1e6 > seconds) return;
  }
}

function scan({ texts }: Page, scanner: Scanner<number>): number {
  return texts.reduce((found, { text, form }) => found + scanner.scan(text, form).length, 0);
}
