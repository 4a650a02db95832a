import type { components } from '../api/schema.ts';
import type { Report } from '@lethe/core';

/** A run with what stands in its way. */
export type Run = components['schemas']['Run'];

/** What somebody may do about a run. */
export type RunAction = 'stop' | 'resume' | 'accept' | 'review' | 'call-off';

/** How the steps of a report ended. */
interface Ends {
  readonly steps: Pick<Report['steps'], 'ends'>;
}

/** What may be done about a run as it is, the most likely first. The server judges it once more. */
export function actionsFor(
  { state, reason }: Pick<Run, 'state' | 'reason'>,
  report: Ends | undefined,
): readonly RunAction[] {
  if (state === 'running') return ['stop'];
  if (state === 'queued') return ['stop', 'call-off'];
  if (state !== 'stopped') return [];
  // What was never approved, or is no longer what has to be done, is reviewed again instead.
  if (reason === 'not-approved' || reason === 'plan-grew') return ['review', 'call-off'];
  const refused = reason === 'unfinished-steps' && (report?.steps.ends.refused ?? 0) > 0;
  return ['resume', ...(refused ? (['accept'] as const) : []), 'call-off'];
}
