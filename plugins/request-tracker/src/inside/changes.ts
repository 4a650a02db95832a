import type { Personal, ReadyStep } from '@lethe/core';
import { digestOf, rowSpotOf, seenDigest, textOf, unknownSpot } from '@lethe/inside';
import type { Cell, Change, InsidePart, RowSpot } from '@lethe/inside';
import { columnOf, sessionsOf } from './spot-cells.ts';
import { envelopeIn, headersAfter, sentAs } from '../form.ts';

const DISABLED = '1';

/** How many cells a step changes: a file that cannot go as a row loses its name and what is in it. */
export function cellsChanged({ spot }: ReadyStep): number {
  return rowSpotOf(spot)?.column === 'File' ? 2 : 1;
}

/** What to do where Lethe's part refuses. */
export const remedy = "Lethe's part in Request Tracker may not change this. Look at it in RT, and change it by hand.";

/** The changes of each step. Headers are read first: what tells how to read a mail, and how it came, stays in them. */
export async function changesFor(
  part: InsidePart,
  steps: readonly ReadyStep[],
): Promise<readonly (readonly Change[])[]> {
  const headers = new HeadersNow(await headersOf(part, steps));
  const changes: (readonly Change[])[] = [];
  for (const step of steps) changes.push(await changesOf(part, step, headers));
  return changes;
}

async function changesOf(part: InsidePart, step: ReadyStep, headers: HeadersNow): Promise<readonly Change[]> {
  const spot = spotOf(step);
  const { table, id, column } = spot;
  if (column === 'Sessions')
    return (await sessionsOf(part, id)).map((session) => ({ table: session.table, id: session.id, remove: true }));
  if (column === undefined) return [{ table, id, remove: true }];
  if (column === 'File') return ['Filename', 'Content'].map((name) => ({ table, id, column: name, text: '' }));
  if (inHeaders(spot)) return headers.changeFor(spot, step);
  const was = seenDigest(step);
  return [{ table, id, column: columnOf(spot), text: newText(step, spot), ...(was === undefined ? {} : { was }) }];
}

function spotOf({ spot }: ReadyStep): RowSpot {
  const row = rowSpotOf(spot);
  if (row === undefined) throw unknownSpot();
  return row;
}

function newText(step: ReadyStep, { table, column }: RowSpot): string {
  if (step.verb === 'close') return table === 'Principals' ? DISABLED : '';
  // A field of certain values cannot hold a text with a stretch cut out: it is emptied.
  return column === 'Choice' ? '' : textOf(step);
}

function inHeaders({ column }: RowSpot): boolean {
  return column === 'Head' || column === 'Copies';
}

async function headersOf(part: InsidePart, steps: readonly ReadyStep[]): Promise<ReadonlyMap<string, Personal>> {
  const ids = [
    ...new Set(
      steps
        .map(spotOf)
        .filter(inHeaders)
        .map(({ id }) => id),
    ),
  ];
  if (ids.length === 0) return new Map();
  const cells = ids.map((id): Cell => ({ table: 'Attachments', id, column: 'Headers' }));
  const readings = await part.reread(cells);
  const texts = new Map<string, Personal>();
  for (const [at, { text }] of readings.entries()) {
    const id = ids[at];
    if (id !== undefined && text !== undefined) texts.set(id, text);
  }
  return texts;
}

/** Headers as they are, and as they will be after the steps so far. */
class HeadersNow {
  readonly #texts: Map<string, Personal>;

  constructor(texts: ReadonlyMap<string, Personal>) {
    this.#texts = new Map(texts);
  }

  changeFor({ table, id }: RowSpot, step: ReadyStep): readonly Change[] {
    const now = this.#texts.get(id);
    if (now === undefined) return [];
    const { before } = step;
    const isAsSeen = before === undefined || envelopeIn(now).equals(before);
    const after = headersAfter(now, step);
    this.#texts.set(id, after);
    // RT notices an edit since by a digest: of all headers, or of a text they do not hold.
    return [{ table, id, column: 'Headers', text: sentAs(after), was: digestOf(isAsSeen ? now : before) }];
  }
}
