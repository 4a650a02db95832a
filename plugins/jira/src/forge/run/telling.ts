import type { Plan, Progress } from '@lethe/core';
import { WholeRun } from '@lethe/review';
import type { RunProgress } from '@lethe/review';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { runNotes, stopNotes } from './run-note.ts';
import type { RunNote } from './run-note.ts';

/** Progress is written down at most so often, in milliseconds. */
const EVERY = 3_000;

/** What is told about, and where it stood when this worker took it. */
export interface ToldRun {
  readonly id: string;
  readonly plan: Plan;
  readonly note: RunNote;
  readonly estimate: number | undefined;
}

/** Writes down now and then where a run is, so that a screen can follow it, and hears whether somebody wants it stopped. */
export class Telling {
  readonly #office: Office;
  readonly #told: ToldRun;
  readonly #whole: WholeRun;
  #under: Promise<void> | undefined;
  #last = 0;
  #note: RunNote;
  #stop = false;

  constructor(office: Office, told: ToldRun) {
    this.#office = office;
    this.#told = told;
    this.#note = told.note;
    this.#whole = new WholeRun(told.plan, { began: office.outside.clock.now(), estimate: told.estimate });
  }

  /** The note as it is by now. */
  get note(): RunNote {
    return this.#note;
  }

  /** Whether somebody wanted the run stopped when it was last asked for. */
  get stopAsked(): boolean {
    return this.#stop;
  }

  /** Takes progress in; writes it down if it is time. What fails here changes nothing about the run. */
  progress(progress: Progress): void {
    const now = this.#office.outside.clock.now();
    this.#note = { ...this.#note, progress: shownOf(this.#whole.at(progress, now), this.#told.note.progress?.share) };
    if (this.#under !== undefined || now.getTime() - this.#last < EVERY) return;
    this.#last = now.getTime();
    this.#under = this.#write()
      .catch(() => undefined)
      .finally(() => {
        this.#under = undefined;
      });
  }

  /** Asks whether somebody wants it stopped. Throws `StoreError`. */
  async listen(): Promise<boolean> {
    this.#stop ||= (await stopNotes.get(this.#told.id)) !== undefined;
    return this.#stop;
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.#under;
  }

  async #write(): Promise<void> {
    await runNotes.put(this.#told.id, { ...this.#note, touched: momentIn(this.#office) });
    await this.listen();
  }
}

/** Never less than where the run was when another worker left it. */
function shownOf(progress: RunProgress, before = 0): NonNullable<RunNote['progress']> {
  const { phase, done, of, share, secondsLeft, waitingUntil } = progress;
  return {
    phase,
    done,
    share: Math.max(share, before),
    ...(of === undefined ? {} : { of }),
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    ...(waitingUntil === undefined ? {} : { waitingUntil: waitingUntil.toISOString() }),
  };
}
