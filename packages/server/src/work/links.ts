import { z } from 'zod';

const address = z.url({ protocol: /^(?:https|mailto)$/ }).max(500);

/** Where an organization leads those who work the console, and what it says about legal advice. Nothing is shown that is not set. */
export const linksSchema = z.strictObject({
  privacyPolicy: address.optional(),
  feedback: address.optional(),
  support: address.optional(),
  /** In place of the note that nothing here is legal advice. */
  legalNote: z.string().trim().min(1).max(2000).optional(),
});
