import * as z from 'zod/mini';

/** What a page's script asks of the background, which alone may talk to the server. */
export const questionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('page'), address: z.url() }),
  z.object({ ask: z.literal('open'), addresses: z.array(z.url()).check(z.maxLength(200)) }),
]);
export type Question = z.infer<typeof questionSchema>;

/** Why somebody's time has come; as core has them, which a test compares. */
export const reasons = ['asked', 'consent-ended', 'retention-reached'] as const;
/** Whether somebody could be anonymized now; as core has them too. */
export const standings = ['ready', 'active', 'hired', 'case-open', 'lead', 'recent', 'age-unknown'] as const;

/** What the server says of a page, as far as it is shown. No name, no address is read: a page has its own. */
export const pageSchema = z.object({
  hosts: z.array(
    z.object({
      found: z.optional(
        z.object({ standing: z.enum(standings), due: z.array(z.object({ because: z.enum(reasons) })) }),
      ),
    }),
  ),
});
export type Standing = (typeof standings)[number];

/** What a page's script is told. */
export const answerSchema = z.discriminatedUnion('state', [
  /** No server was named in the options. */
  z.object({ state: z.literal('not-set') }),
  z.object({ state: z.literal('signed-out') }),
  /** The operator may not look here, or nobody was found. */
  z.object({ state: z.literal('nobody') }),
  z.object({ state: z.literal('unreachable') }),
  z.object({
    state: z.literal('shown'),
    standing: z.enum(standings),
    due: z.array(z.enum(reasons)),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;
