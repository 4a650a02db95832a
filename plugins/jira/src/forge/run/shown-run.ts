import { HostError } from '@lethe/core';
import type { Obstacle, Report, RunRecord } from '@lethe/core';
import { isOpen, isResumable, reportOn } from '@lethe/review';
import { DESK } from '../desk/forge-desk.ts';
import type { Office } from '../ground/office.ts';
import type { RunLine, RunState } from '../protocol.ts';
import { runNotes, stopNotes } from './run-note.ts';
import type { RunNote } from './run-note.ts';
import { isUnderWay } from './under-way.ts';

/** The run of that id. Throws `HostError` (`gone`) if there is none. */
export async function storedRun({ keeping }: Office, id: string): Promise<RunRecord> {
  const run = await keeping.store.run(id);
  if (run === undefined) throw new HostError('gone', 'There is no run of that id, or its report is not kept any more.');
  return run;
}

/** Where a run is, as a screen shows it. Throws `HostError` (`gone`). */
export async function shownRun(office: Office, id: string, refused?: Obstacle): Promise<RunState> {
  const run = await storedRun(office, id);
  const note = await runNotes.get(id);
  if (isOpen(run) && note !== undefined && isUnderWay(note, office.outside.clock.now())) return atWork(id, note);
  const report = cut(await reportOn(office.keeping.store, run)).report;
  if (run.state === 'done' || run.state === 'done-with-gaps') return { at: 'finished', run: id, report };
  const onlyRefused = run.ending?.reason === 'unfinished-steps' && (report.steps.ends.refused ?? 0) > 0;
  return {
    at: 'stopped',
    run: id,
    state: run.state,
    report,
    resumable: isResumable(run),
    acceptable: isResumable(run) && onlyRefused,
    ...(refused === undefined ? {} : { refused }),
  };
}

/** A worker has taken it and has told nothing yet. */
const begun = { phase: 'reading', done: 0, share: 0 } as const;

async function atWork(id: string, { state, until, progress = begun }: RunNote): Promise<RunState> {
  if (state !== 'working')
    return { at: 'waiting', run: id, ...(state === 'parked' && until !== undefined ? { until } : {}) };
  return { at: 'running', run: id, progress, stopping: (await stopNotes.get(id)) !== undefined };
}

/** All runs, the newest first. */
export async function runLines({ keeping, outside }: Office): Promise<readonly RunLine[]> {
  const runs = await keeping.store.runLines({ host: DESK });
  const notes = new Map(await runNotes.all());
  const now = outside.clock.now();
  return runs.map((run) => ({
    run: run.id,
    state: run.state,
    underWay: isOpen(run) && isUnderWay(notes.get(run.id), now),
    startedAt: run.startedAt.toISOString(),
    steps: run.steps,
    ...(run.endedAt === undefined ? {} : { endedAt: run.endedAt.toISOString() }),
  }));
}

/** Lists of a report are shown so far on a screen. */
const SHOWN = 200;

/** A report with long lists cut, and how many entries were left off each. */
export function cut(report: Report): { readonly report: Report; readonly cut: Readonly<Record<string, number>> } {
  const { gaps, notProven, residue, grown } = report;
  const lists = { gaps, notProven, residue, grown };
  const left = Object.entries(lists).map(([name, list]) => [name, Math.max(0, list.length - SHOWN)] as const);
  return {
    report: {
      ...report,
      gaps: gaps.slice(0, SHOWN),
      notProven: notProven.slice(0, SHOWN),
      residue: residue.slice(0, SHOWN),
      grown: grown.slice(0, SHOWN),
    },
    cut: Object.fromEntries(left.filter(([, some]) => some > 0)),
  };
}
