import { editIssue } from './changing.ts';
import { setProperties } from './issue-editing.ts';
import type { Jira } from './jira.ts';
import { redactedBy } from './redacting.ts';
import type { Job, Outcome, Work } from './records.ts';
import { canSee, hasOnIssue } from './rights.ts';

/** Takes work on to be done later. */
export function queued(jira: Jira, by: string, work: Work): Job {
  const submitted = jira.milliseconds();
  const due = submitted + jira.site.jobSeconds * 1000;
  return jira.jobs.put({ id: jira.jobs.nextId(), by, submitted, due, work, outcome: null });
}

/** A job of a kind, known for fourteen days. */
export function jobOf(jira: Jira, kind: Work['kind'], id: string | undefined): Job | undefined {
  const job = jira.jobs.find(Number(id));
  const isKept = job !== undefined && jira.milliseconds() - job.submitted < 14 * 86_400_000;
  return isKept && job.work.kind === kind ? job : undefined;
}

/** Waits for a third of its time, then runs. */
export function stateOf(
  jira: Jira,
  { submitted, due, outcome, disturbed }: Job,
): 'ENQUEUED' | 'RUNNING' | 'COMPLETE' | 'FAILED' {
  if (outcome !== null) return disturbed === 'failed' ? 'FAILED' : 'COMPLETE';
  return jira.milliseconds() - submitted < (due - submitted) / 3 ? 'ENQUEUED' : 'RUNNING';
}

/** Carries out what is due by now. */
export function settleJobs(jira: Jira): void {
  const now = jira.milliseconds();
  for (const job of jira.jobs.where(({ due, outcome }) => outcome === null && due <= now)) {
    const outcome = job.disturbed === 'failed' ? { done: [], inaccessible: 0 } : outcomeOf(jira, job);
    jira.jobs.update(job.id, { outcome });
  }
}

function outcomeOf(jira: Jira, { by, work, disturbed }: Job): Outcome {
  const each = <T>(
    parts: readonly T[],
    whatOf: (part: T) => string,
    act: (part: T) => string | null,
  ): Outcome['done'] =>
    parts.map((part, at) => {
      const what = whatOf(part);
      if (disturbed === 'half' && at > 0) return { what, fault: 'It was told to fail.' };
      return { what, fault: disturbed === 'lie' ? null : act(part) };
    });
  switch (work.kind) {
    case 'redact':
      return {
        done: each(
          work.redactions,
          ({ externalId }) => externalId,
          (one) => redactedBy(jira, by, one),
        ),
        inaccessible: 0,
      };
    case 'properties': {
      const set = (id: number): null => {
        setProperties(jira, id, work.properties);
        return null;
      };
      return { done: each(work.issues, String, set), inaccessible: 0 };
    }
    case 'bulk-edit': {
      const user = jira.known(by);
      const issues = work.issues
        .map((one) => jira.issue(one))
        .filter((one) => one !== undefined && canSee(jira, user, one));
      const there = issues.flatMap((one) => one ?? []);
      const edit = (issue: (typeof there)[number]): string | null => {
        if (!hasOnIssue(jira, user, { issue, permission: 'EDIT_ISSUES' }))
          return 'You do not have permission to edit this issue.';
        if (!issue.editable) return 'The issue cannot be edited in its current workflow state.';
        editIssue(jira, { issue: jira.issues.get(issue.id), by, values: work.values, notify: work.notify });
        return null;
      };
      return { done: each(there, ({ id }) => String(id), edit), inaccessible: work.issues.length - there.length };
    }
  }
}
