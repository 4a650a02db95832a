import { z } from 'zod';

/** Why data must be kept for now. Codes, so that no story about a person gets written down. */
export const holdReasons = ['litigation', 'investigation', 'audit', 'statutory', 'contract', 'complaint'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** One entry of `holds` in the settings. */
export const holdSchema = z.strictObject({
  /** The person's id in the host, never a name or an address. */
  person: z.string().regex(/^[A-Za-z0-9:_.-]{1,128}$/, "write the person's id in the host, not a name or an address"),
  reason: z.enum(holdReasons),
  /** The day on which somebody looks whether it is still needed: `2027-03-01`. */
  reviewOn: z.iso.date(),
});

/** A legal hold on a person. It ends when somebody lifts it, not when its review is due. */
export type Hold = Readonly<z.infer<typeof holdSchema>>;
