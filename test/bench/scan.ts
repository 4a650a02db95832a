/**
 * How fast many people are looked for at once: MB/s of the scanner in both its ways, beside parsing the same corpus as JSON and beside
 * other programs that are installed (ripgrep, grep, Hyperscan with gcc), in one run on one thread.
 *
 *   npm run bench:scan -- --json [--mb 100]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { identifiersFrom, Personal, scannerFor } from '@lethe/core';
import type { Scanner } from '@lethe/core';
import { type Message, writeMessage } from './scanning/corpus.ts';
import { identifiersOf, inventPeople, type Invented, literalsOf } from './scanning/people.ts';
import { rateOf, type Searched } from './scanning/peers.ts';
import { Seeded } from './scanning/seeded.ts';

const SEED = 20_261_122;
const PEOPLE = 20_000;
const COUNTS = [1, 10, 100, 1000, 10_000];
const PAGE = 100;
const PASSES = 3;

const pageSchema = z.object({
  comments: z.array(z.object({ form: z.enum(['plain', 'html', 'adf']), body: z.string() })),
});

interface Text {
  readonly text: Personal;
  readonly form: Message['form'];
}

/** Figures of one way of scanning for so many people. */
interface Scanned {
  readonly people: number;
  readonly way: string;
  readonly 'MB/s': number;
  readonly 'found per KB': number;
  readonly 'build ms': number;
  readonly 'memory MB': number;
}

function numberAfter(option: string, usual: number): number {
  const at = process.argv.indexOf(option);
  return at === -1 ? usual : Number(process.argv[at + 1]);
}

/** The best of some passes, in ms. */
function best(passes: number, pass: () => void): number {
  let least = Infinity;
  for (let turn = 0; turn < passes; turn += 1) {
    const start = performance.now();
    pass();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / 1e6;
}

/** Node copies a text's units faster than one by one. */
function copierFor(room: Uint16Array): (text: string) => void {
  const buffer = Buffer.from(room.buffer, room.byteOffset, room.byteLength);
  return (text) => {
    buffer.write(text, 'utf16le');
  };
}

function pagesOf(messages: readonly Message[]): readonly string[] {
  const pages: string[] = [];
  for (let from = 0; from < messages.length; from += PAGE) {
    const comments = messages
      .slice(from, from + PAGE)
      .map(({ form, text }, index) => ({ id: from + index, form, body: text }));
    pages.push(JSON.stringify({ comments }));
  }
  return pages;
}

function scan(scanner: Scanner, texts: readonly Text[]): number {
  let found = 0;
  for (const { text, form } of texts) found += scanner.find(text, form).length;
  return found;
}

function measured(
  people: readonly Invented[],
  way: 'fastest' | 'script',
  { texts, bytes }: { readonly texts: readonly Text[]; readonly bytes: number },
): Scanned {
  const who = people.map((person) => identifiersFrom(identifiersOf(person)));
  const before = memory();
  const start = performance.now();
  const scanner = scannerFor(who, { way, copierFor });
  const build = performance.now() - start;
  const grown = memory() - before;
  const found = scan(scanner, texts.slice(0, texts.length / 20)) * 20;
  const took = best(PASSES, () => scan(scanner, texts));
  return {
    people: people.length,
    way: scanner.way,
    'MB/s': Math.round(bytes / took / 1e3),
    'found per KB': Math.round((found / bytes) * 1e5) / 100,
    'build ms': Math.round(build),
    'memory MB': Math.round(grown * 10) / 10,
  };
}

const megabytes = numberAfter('--mb', 100);
const seeded = new Seeded(SEED);
const people = inventPeople(PEOPLE, seeded);
const messages: Message[] = [];
let bytes = 0;
while (bytes < megabytes * 1e6) {
  const message = writeMessage(people, seeded);
  messages.push(message);
  bytes += Buffer.byteLength(message.text) + 1;
}
const folder = mkdtempSync(join(tmpdir(), 'lethe-scan-'));
try {
  const searched: Searched = { folder, file: join(folder, 'corpus.txt'), bytes };
  writeFileSync(searched.file, `${messages.map(({ text }) => text).join('\n')}\n`);
  const pages = pagesOf(messages);
  const parse = (): void => {
    for (const page of pages) JSON.parse(page);
  };
  const parsing = Math.round(bytes / best(PASSES, parse) / 1e3);
  const texts = pages.flatMap((page): Text[] => {
    const { comments } = pageSchema.parse(JSON.parse(page));
    return comments.map(({ form, body }) => ({ form, text: Personal.of(body) }));
  });
  const rows = COUNTS.flatMap((count) =>
    (['fastest', 'script'] as const).map((way) => measured(people.slice(0, count), way, { texts, bytes })),
  );
  const rate = (count: number, way = rows[0]?.way): number =>
    rows.find((row) => row.people === count && row.way === way)?.['MB/s'] ?? 0;
  const peer = (name: 'rg' | 'grep' | 'hyperscan', count: number): number | undefined => {
    const value = rateOf(name, people.slice(0, count).flatMap(literalsOf), searched);
    return value && Math.round(value * 10) / 10;
  };
  const peers = {
    'rg at 100': peer('rg', 100),
    'grep at 10,000': peer('grep', 10_000),
    'Hyperscan at 10,000': peer('hyperscan', 10_000),
  };
  const last = rows.find((row) => row.people === 10_000);
  const beside = (ours: number, other: number | undefined): number | undefined =>
    other && Math.round((ours / other) * 100) / 100;
  const goals = [
    ...COUNTS.slice(0, 4).map((count) => ({
      goal: `${String(count)} people / JSON.parse`,
      least: 0.7,
      is: beside(rate(count), parsing),
    })),
    { goal: '10,000 people / JSON.parse', least: 0.4, is: beside(rate(10_000), parsing) },
    { goal: '100 people / rg', least: 4, is: beside(rate(100), peers['rg at 100']) },
    { goal: '10,000 people / grep', least: 8, is: beside(rate(10_000), peers['grep at 10,000']) },
    { goal: '10,000 people / Hyperscan', least: 2, is: beside(rate(10_000), peers['Hyperscan at 10,000']) },
    { goal: '1,000 people / one', least: 0.75, is: beside(rate(1000), rate(1)) },
    ...COUNTS.map((count) => ({
      goal: `TypeScript / kernel, ${String(count)} people`,
      least: 0.5,
      is: beside(rate(count, 'script'), rate(count)),
    })),
    { goal: 'build of 10,000: within a second', least: 1, is: beside(1000, last?.['build ms']) },
    { goal: 'memory of 10,000: within 50 MB', least: 1, is: beside(50, last?.['memory MB']) },
  ].map((row) => ({ ...row, holds: row.is === undefined ? 'not measured' : row.is >= row.least }));
  const figures = {
    megabytes: Math.round(bytes / 1e6),
    messages: messages.length,
    'JSON.parse MB/s': parsing,
    rows,
    peers,
    goals,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures, undefined, 2));
  else {
    console.log(
      `${String(figures.megabytes)} MB in ${String(figures.messages)} messages; JSON.parse ${String(parsing)} MB/s`,
    );
    console.table(rows);
    console.table(peers);
    console.table(goals);
  }
  process.exitCode = goals.every(({ holds }) => holds === true || holds === 'not measured') ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
