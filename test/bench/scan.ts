/**
 * How fast many people are looked for at once: MB/s of the scanner in both its ways, in pairs with parsing the same corpus as JSON, and
 * beside other programs that are installed (ripgrep, grep, Hyperscan with gcc). All by time on the processor, on one thread.
 *
 *   npm run bench:scan -- --json [--mb 100] [--seconds 20]
 *
 * `--mb` is the size of the corpus, `--seconds` how long each figure is measured at most; it ends with 1 where a goal is missed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifiersFrom } from '@lethe/core';
import { scannerFor } from '@lethe/core/scanning';
import { type Message, writeMessage } from './scanning/corpus.ts';
import { identifiersOf, inventPeople, type Invented, literalsOf } from './scanning/people.ts';
import { rateOf, type Searched } from './scanning/peers.ts';
import { type Page, pageOf, ratesOf, spent } from './scanning/rates.ts';
import { Seeded } from './scanning/seeded.ts';

const SEED = 20_261_122;
const PEOPLE = 20_000;
const COUNTS = [1, 10, 100, 1000, 10_000];
const PAGE = 100;

/** Figures of one way of scanning for so many people. */
interface Scanned {
  readonly people: number;
  readonly parts: string;
  readonly way: string;
  readonly 'MB/s': number;
  readonly 'JSON.parse MB/s': number;
  readonly ratio: number;
  readonly 'found per KB': number;
  readonly 'measured MB': number;
  readonly 'build ms': number;
  readonly 'memory MB': number;
  readonly 'pages not parsed': number;
}

function numberAfter(option: string, usual: number): number {
  const at = process.argv.indexOf(option);
  return at === -1 ? usual : Number(process.argv[at + 1]);
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Node copies a text's units faster than one by one. */
function copyInto(room: Uint16Array): (text: string) => void {
  const buffer = Buffer.from(room.buffer, room.byteOffset, room.byteLength);
  return (text) => {
    buffer.write(text, 'utf16le');
  };
}

const megabytes = numberAfter('--mb', 100);
const seconds = numberAfter('--seconds', 20);
const seeded = new Seeded(SEED);
const people = inventPeople(PEOPLE, seeded);

function measured(
  pages: readonly Page[],
  some: readonly Invented[],
  { way, parts }: { readonly way: 'fastest' | 'script'; readonly parts: 'beside-more' | 'always' },
): Scanned {
  const who = some.map((person, id) => ({ id, identifiers: identifiersFrom(identifiersOf(person)) }));
  const before = memory();
  const made: ReturnType<typeof scannerFor<number>>[] = [];
  const build = spent(() => made.push(scannerFor(who, { way, parts, copyInto })));
  const grown = memory() - before;
  const [scanner] = made;
  if (scanner === undefined) throw new Error('There is no scanner.');
  const { parse, scan } = ratesOf(pages, scanner, seconds);
  const bodies = pages.slice(0, 100).map(({ json }) => Buffer.from(json));
  return {
    people: some.length,
    parts,
    way: scanner.way,
    'MB/s': rounded(scan.rate, 1),
    'JSON.parse MB/s': Math.round(parse),
    ratio: rounded(scan.rate / parse, 3),
    'found per KB': rounded(scan.found / scan.megabytes / 1e3),
    'measured MB': rounded(scan.megabytes, 1),
    'build ms': Math.round(build),
    'memory MB': rounded(grown, 1),
    'pages not parsed': rounded(bodies.filter((body) => !scanner.mayHold(body)).length / bodies.length),
  };
}

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
  const pages = Array.from({ length: Math.ceil(messages.length / PAGE) }, (_, page) =>
    pageOf(messages.slice(page * PAGE, (page + 1) * PAGE)),
  );
  const rows = COUNTS.flatMap((count) =>
    (['fastest', 'script'] as const).map((way) =>
      measured(pages, people.slice(0, count), { way, parts: 'beside-more' }),
    ),
  );
  const withParts = [100, 1000].map((count) =>
    measured(pages, people.slice(0, count), { way: 'fastest', parts: 'always' }),
  );
  const row = (count: number, way = rows[0]?.way): Scanned | undefined =>
    rows.find((one) => one.people === count && one.way === way);
  const peer = (name: 'rg' | 'grep' | 'hyperscan', count: number): number | 'not installed' => {
    const value = rateOf(name, people.slice(0, count).flatMap(literalsOf), searched);
    return value === undefined ? 'not installed' : rounded(value, 1);
  };
  const peers = {
    'rg at 100': peer('rg', 100),
    'grep at 10,000': peer('grep', 10_000),
    'Hyperscan at 10,000': peer('hyperscan', 10_000),
  };
  const beside = (ours: number | undefined, other: number | string | undefined): number | undefined =>
    ours === undefined || typeof other !== 'number' ? undefined : rounded(ours / other, 3);
  const last = row(10_000);
  const goals = [
    ...COUNTS.map((count) => ({
      goal: `${String(count)} people / JSON.parse`,
      least: count > 1000 ? 0.4 : 0.7,
      is: row(count)?.ratio,
    })),
    { goal: '100 people / rg', least: 4, is: beside(row(100)?.['MB/s'], peers['rg at 100']) },
    { goal: '10,000 people / grep', least: 8, is: beside(last?.['MB/s'], peers['grep at 10,000']) },
    { goal: '10,000 people / Hyperscan', least: 2, is: beside(last?.['MB/s'], peers['Hyperscan at 10,000']) },
    { goal: '1,000 people / one', least: 0.75, is: beside(row(1000)?.ratio, row(1)?.ratio) },
    ...COUNTS.map((count) => ({
      goal: `TypeScript / kernel, ${String(count)} people`,
      least: 0.5,
      is: beside(row(count, 'script')?.ratio, row(count)?.ratio),
    })),
    { goal: 'build of 10,000 within a second', least: 1, is: beside(1000, last?.['build ms']) },
    { goal: 'memory of 10,000 within 50 MB', least: 1, is: beside(50, last?.['memory MB']) },
  ].map((one) => ({ ...one, holds: one.is === undefined ? 'not measured' : one.is >= one.least }));
  const load = loadavg().map((one) => rounded(one, 1));
  const figures = {
    megabytes: Math.round(bytes / 1e6),
    messages: messages.length,
    load,
    rows,
    withParts,
    peers,
    goals,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures, undefined, 2));
  else {
    console.log(`${String(figures.megabytes)} MB in ${String(figures.messages)} messages; load ${load.join(' ')}`);
    console.table([...rows, ...withParts]);
    console.table(peers);
    console.table(goals);
  }
  process.exitCode = goals.every(({ holds }) => holds === true || holds === 'not measured') ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
