import type { Report, RunRecord } from '@lethe/core';
import type { RunProgress } from '@lethe/review';
import type { At } from './flow-states.ts';
import type { Key } from '../words/catalogs.ts';

/** What somebody may do with a run that stopped. */
export type StopAction = 'resume' | 'accept' | 'review' | 'call-off';

/** What may be done with a run that is not at its end, the most likely first. */
export function stopActions({
  run,
  resumable,
  report,
}: Pick<At<'stopped'>, 'run' | 'resumable' | 'report'>): readonly StopAction[] {
  if (run.state !== 'running' && run.state !== 'stopped') return [];
  const onlyRefused = run.ending?.reason === 'unfinished-steps' && (report.steps.ends.refused ?? 0) > 0;
  return [
    ...(resumable ? (['resume'] as const) : (['review'] as const)),
    ...(resumable && onlyRefused ? (['accept'] as const) : []),
    'call-off',
  ];
}

/** Why a run stopped, as the name of a text; `none` where nobody wrote it down because the page was closed. */
export function stopReason({ reason }: Pick<Report, 'reason'>): Key {
  return `stopped.reason.${reason ?? 'none'}`;
}

/** Steps that have ended, whatever came of them. */
export function endedSteps({ steps: { planned, ends } }: Pick<Report, 'steps'>): number {
  return planned - (ends.open ?? 0);
}

/** What a screen reader is told while a run goes on: a new text only with a new phase, a wait, or every tenth of the way. */
export function announcedTenth({ share }: Pick<RunProgress, 'share'>): number {
  return Math.floor(share * 10) / 10;
}

/** The heading of a run that is not at its end or went to it. */
export function endedTitle({ state }: Pick<RunRecord, 'state'>): Key {
  return state === 'running' || state === 'queued' || state === 'stopped' ? 'stopped.title' : `finished.${state}`;
}
