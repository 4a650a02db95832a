import { z } from 'zod';
import { Notes } from '../ground/notes.ts';
import { searchHref } from '../ground/site-links.ts';
import type { ReturnLine } from '../protocol.ts';

/** Nobody has decided by then: the line goes. */
const DAYS = 180;

const noteSchema = z.object({ issue: z.string().regex(/^[0-9]{1,18}$/u), seenAt: z.iso.datetime() });

/** Issues on which somebody who was erased turned up again, by their numbers: each once. */
export const returnNotes = new Notes('return', noteSchema);

/** Writes one down for somebody to decide. */
export async function noteReturn(issue: string, seenAt: string): Promise<void> {
  await returnNotes.put(issue, { issue, seenAt }, { days: DAYS });
}

/** All that wait for a decision, the newest first. */
export async function returnLines(): Promise<readonly ReturnLine[]> {
  const notes = await returnNotes.all();
  return notes
    .map(([id, { issue, seenAt }]) => ({ id, issue, href: searchHref(`id = ${issue}`), seenAt }))
    .sort((one, other) => other.seenAt.localeCompare(one.seenAt));
}
