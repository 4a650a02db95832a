import type { Inquiry } from '@lethe/storage';
import { z } from 'zod';
import { hostName, id, moment, obstacleSchema } from './shapes.ts';

const endingSchema = z
  .discriminatedUnion('at', [
    z.strictObject({
      at: z.literal('reviewed'),
      plan: id,
      notLookedFor: z
        .array(z.looseObject({}))
        .readonly()
        .describe('Identifiers that say too little, by kind and place.'),
    }),
    z.strictObject({ at: z.literal('blocked'), obstacles: z.array(obstacleSchema).readonly() }),
    z.strictObject({ at: z.literal('trouble'), code: z.string(), says: z.string(), remedy: z.string() }),
    z.strictObject({ at: z.literal('given-up') }),
    z.strictObject({
      at: z.literal('checked'),
      counts: z.record(z.string(), z.int()),
      notClean: z.array(z.string()).readonly(),
      unchecked: z.int(),
      hunted: z.boolean(),
      found: z.array(z.string()).readonly(),
    }),
  ])
  .meta({ id: 'InquiryEnding' });

/** Something that is looked up in the background. */
export const inquirySchema = z
  .strictObject({
    id,
    host: hostName,
    person: z.string(),
    run: id.optional(),
    askedAt: moment,
    state: z
      .enum(['waiting', 'looking', 'ended', 'interrupted'])
      .describe('interrupted: the server was restarted meanwhile; ask for it again.'),
    found: z.int().describe('Spots seen so far.'),
    ending: endingSchema.optional(),
  })
  .meta({ id: 'Inquiry' });

/** One as it is answered. */
export function shownInquiry(inquiry: Inquiry): z.infer<typeof inquirySchema> {
  const { id: known, host, person, run, askedAt, state, found, ending } = inquiry;
  return {
    ...{ id: known, host, person, askedAt: askedAt.toISOString(), state, found },
    ...(run === undefined ? {} : { run }),
    ...(ending === undefined ? {} : { ending: endingSchema.parse(ending) }),
  };
}
