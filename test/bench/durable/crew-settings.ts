import { z } from 'zod';

/** How the workers of a test work. */
export const crewSettingsSchema = z.object({
  runsAtOnce: z.number(),
  heartbeatSeconds: z.number(),
  callSeconds: z.number(),
  limits: z.object({ perSecond: z.number(), atOnce: z.number() }).exactOptional(),
});
export type CrewSettings = z.output<typeof crewSettingsSchema>;
