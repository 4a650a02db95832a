import { writeFile } from 'node:fs/promises';
import { reportMarkdown, waitsForSomebody } from '@lethe/core';
import type { Report, RunRecord } from '@lethe/core';
import { reportOn } from '@lethe/review';
import { requireRight } from '../flow/require-right.ts';
import { tableOf } from '../output/table.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import type { Work } from './command.ts';

/** `lethe report`: what a run did and what it could not do, to file away. */
export function report(id: string | undefined, options: { readonly out?: string }): Work {
  return async (session) => {
    requireRight(session, 'preview');
    const run = await runOf(session, id);
    const made = await reportOn(await session.store(), run);
    if (options.out !== undefined)
      await writeFile(
        options.out,
        options.out.endsWith('.json') ? `${JSON.stringify(made, undefined, 2)}\n` : reportMarkdown(made),
      );
    session.output.result(() => reportMarkdown(made), made);
    return 'ok';
  };
}

/** `lethe runs`: all runs, newest first. */
export function listRuns(): Work {
  return async (session) => {
    requireRight(session, 'preview');
    const runs = await (await session.store()).runs();
    const rows = runs.map((run) => [
      run.id,
      run.plan.host,
      run.plan.person,
      run.state,
      run.startedAt.toISOString().slice(0, 16),
      run.plan.plan.steps.length,
      waitText(session, run),
    ]);
    const head = ['run', 'host', 'person', 'state', 'begun (UTC)', 'steps', 'to be done by hand'];
    session.output.result(() => tableOf(head, rows), { runs: runs.map((run) => runRow(session, run)) });
    return 'ok';
  };
}

function runRow(session: Session, run: RunRecord): Readonly<Record<string, unknown>> {
  const { id, plan, state, startedAt } = run;
  const waits = waitsForSomebody(run, session.rules, session.clock.now());
  return {
    ...{ id, host: plan.host, person: plan.person, state, startedAt, steps: plan.plan.steps.length },
    ...(waits === undefined ? {} : { waits }),
  };
}

function waitText(session: Session, run: RunRecord): string {
  const waits = waitsForSomebody(run, session.rules, session.clock.now());
  if (waits === undefined) return '';
  return `by ${waits.due.toISOString().slice(0, 10)}${waits.remind ? ', remind somebody' : ''}`;
}

/** Shows the reports of runs that have just ended. */
export async function showRuns(session: Session, runs: readonly RunRecord[]): Promise<void> {
  const reports: Report[] = [];
  for (const run of runs) reports.push(await reportOn(await session.store(), run));
  session.output.result(() => reports.map(reportMarkdown).join('\n\n'), { reports });
}

/** The run of that id, or the newest one. Throws `Stop` if there is none. */
export async function runOf(session: Session, id: string | undefined): Promise<RunRecord> {
  const store = await session.store();
  const run = id === undefined ? (await store.runs())[0] : await store.run(id);
  if (run === undefined)
    throw new Stop(
      'usage',
      id === undefined ? 'There has been no run yet.' : 'There is no run of that id.',
      'See lethe runs.',
    );
  return run;
}
