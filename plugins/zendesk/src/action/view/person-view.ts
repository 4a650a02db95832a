import type { PersonId, RunRecord } from '@lethe/core';

/** What the panel shows about a person. */
export interface PersonStanding {
  /** A run that has not ended. */
  readonly open?: RunRecord;
  /** The newest run that went to its end, in this browser. */
  readonly ended?: RunRecord;
  /** Whether the person was anonymized, here or by another agent. */
  readonly anonymized: boolean;
  readonly anonymizedOn?: Date;
}

/** What is known of a person: the runs of this browser (newest first), and the day the account remembers. */
export interface Remembered {
  readonly runs: readonly RunRecord[];
  /** `2026-11-28`. */
  readonly day: string | undefined;
}

/** How a person stands. */
export function standingOf({ runs, day }: Remembered, person: PersonId): PersonStanding {
  const theirs = runs.filter(({ plan }) => plan.person === person);
  const open = theirs.find(isOpen);
  const ended = theirs.find(isEnded);
  const on = day === undefined ? ended?.endedAt : new Date(`${day}T12:00:00Z`);
  return {
    anonymized: day !== undefined || ended !== undefined,
    ...(open === undefined ? {} : { open }),
    ...(ended === undefined ? {} : { ended }),
    ...(on === undefined ? {} : { anonymizedOn: on }),
  };
}

/** Whether a run may still be gone on with. */
export function isOpen({ state }: Pick<RunRecord, 'state'>): boolean {
  return state === 'running' || state === 'stopped';
}

/** Whether a run did what it could. */
function isEnded({ state }: Pick<RunRecord, 'state'>): boolean {
  return state === 'done' || state === 'done-with-gaps';
}

/** The number Zendesk shows for a user; the port puts a letter before it. */
export function shownId(person: string): string {
  return person.replace(/^u(?=\d)/u, '');
}

/** The number of an agent, without the word the ledger puts before it. */
export function shownAgent(actor: string): string {
  return actor.replace(/^agent-(?=\d)/u, '');
}

/**
 * The run that was left when its modal was closed: it was seen going on, nobody has ended it since, and its page is gone, for
 * which the store shows it as stopped.
 */
export function wasLeft(seen: RunRecord | undefined, now: RunRecord | undefined): RunRecord | undefined {
  if (seen?.state !== 'running' || now?.id !== seen.id || now.state !== 'stopped') return undefined;
  return now.endedAt?.getTime() === seen.endedAt?.getTime() ? now : undefined;
}
