import { outcomes } from '@lethe/core';
import type { RunRecord } from '@lethe/core';
import { z } from 'zod';
import { Notes } from '../ground/notes.ts';
import type { Office } from '../ground/office.ts';
import { push } from '../ground/queue.ts';

/** When it is looked again, in seconds after the end of a run. */
const after = { '15-minutes': 900, '24-hours': 86_400, '30-days': 2_592_000 } as const;
/** One of them. */
export type After = keyof typeof after;

const noteSchema = z.object({
  person: z.string(),
  looks: z
    .array(
      z.object({
        after: z.enum(['15-minutes', '24-hours', '30-days']),
        /** When it is due, then when it was. */
        at: z.iso.datetime(),
        seen: z
          .object({
            counts: z.partialRecord(z.enum(outcomes), z.int().nonnegative()),
            notClean: z.array(z.object({ label: z.string(), href: z.string().exactOptional() })).readonly(),
            unchecked: z.int().nonnegative(),
          })
          .exactOptional(),
      }),
    )
    .readonly(),
});

/** What was seen when somebody looked again, and what is still to be looked at. Labels and counts alone. */
export type LooksNote = z.infer<typeof noteSchema>;

/** Looks at finished runs, by the runs' ids. */
export const looksNotes = new Notes<LooksNote>('looks', noteSchema);

/** Plans the looks at a run that has ended, from the moment it did, and asks for the first. Planned ones stay as they are. */
export async function planLooks(office: Office, { id, plan, endedAt }: RunRecord): Promise<void> {
  if ((await looksNotes.get(id)) !== undefined) return;
  const ended = (endedAt ?? office.outside.clock.now()).getTime();
  const due = (name: After): { after: After; at: string } => ({
    after: name,
    at: new Date(ended + after[name] * 1000).toISOString(),
  });
  await looksNotes.put(id, { person: plan.person, looks: [due('15-minutes'), due('24-hours'), due('30-days')] });
  await push({ kind: 'later', id }, { person: plan.person, delaySeconds: after['15-minutes'] });
}

/** The look that is due and was not made yet; when several are, the last: it says all the others would. */
export function dueLook({ looks }: LooksNote, now: Date): After | undefined {
  const due = looks.filter(({ at, seen }) => seen === undefined && Date.parse(at) <= now.getTime());
  return due.at(-1)?.after;
}
