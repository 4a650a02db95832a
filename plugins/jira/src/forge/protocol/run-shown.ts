import type { Obstacle, Outcome, Progress, Report, RunState as StoredState } from '@lethe/core';
import type { Place } from './review-shown.ts';

/** Where a run is. `waiting` and `running` go on in the background: ask again. */
export type RunState =
  | { readonly at: 'waiting'; readonly run: string; readonly until?: string }
  | { readonly at: 'running'; readonly run: string; readonly progress: RunningShown; readonly stopping: boolean }
  | StoppedShown
  | { readonly at: 'finished'; readonly run: string; readonly report: Report };

/** How far a run is. */
interface RunningShown {
  readonly phase: Progress['phase'];
  readonly done: number;
  readonly of?: number;
  /** Of the whole run, from 0 to 1. */
  readonly share: number;
  readonly secondsLeft?: number;
  /** The host asked to wait until then, ISO. */
  readonly waitingUntil?: string;
}

/** A run that is not at its end, or never will be. */
interface StoppedShown {
  readonly at: 'stopped';
  readonly run: string;
  readonly state: StoredState;
  readonly report: Report;
  /** Whether going on may help; else a new review does. */
  readonly resumable: boolean;
  /** Whether only refused steps are left, so that they may be accepted. */
  readonly acceptable: boolean;
  /** Why it could not be resumed or called off just now. */
  readonly refused?: Obstacle;
}

/** One run on the list. */
export interface RunLine {
  readonly run: string;
  readonly state: StoredState;
  /** Whether a worker has it or will. */
  readonly underWay: boolean;
  /** ISO. */
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly steps: number;
}

/** A review that nobody has confirmed yet. */
export interface ReviewLine {
  readonly review: string;
  /** Who asked for it: somebody on a screen, or a rule of Jira Automation. */
  readonly origin: 'screen' | 'automation';
  readonly at: 'looking' | 'blocked' | 'reviewed' | 'failed';
  /** ISO. */
  readonly since: string;
}

/** Where the reader of a report can look. */
export interface Link {
  readonly what: 'marked-issues' | 'gaps' | 'remains' | 'not-proven' | 'residue' | 'grown';
  /** A path on the Jira site: a search. */
  readonly href: string;
  /** Issues it finds; a search that would be too long finds the first of them. */
  readonly count?: number;
}

/** What was seen when somebody looked again after a run. */
export interface LaterLook {
  readonly after: '15-minutes' | '24-hours' | '30-days';
  /** When it was, or is due, ISO. */
  readonly at: string;
  /** Missing until it was looked. */
  readonly seen?: {
    readonly counts: Readonly<Partial<Record<Outcome, number>>>;
    readonly notClean: readonly Place[];
    /** Spots that cannot be told without knowing the person, and the account itself. */
    readonly unchecked: number;
  };
}

/** A report to be read and filed away. Nothing in it is personal. */
export interface ReportShown {
  /** Long lists hold their beginning; `cut` says how many entries are left off. The Markdown holds them all. */
  readonly report: Report;
  readonly cut: Readonly<Record<string, number>>;
  readonly links: readonly Link[];
  readonly later: readonly LaterLook[];
  readonly markdown: string;
}
