import { lastPhases } from '@lethe/core';
import type { Plan, Progress } from '@lethe/core';

/** Where a run is, with how much of the whole of it is done. */
export interface RunProgress extends Progress {
  /** Of the whole run, from 0 to 1; never goes back. */
  readonly share: number;
  /** Seconds to its end, where there is something to tell it from. */
  readonly secondsLeft?: number;
}

/** When a run began, and how many seconds it was said to take. */
export interface Expectation {
  readonly began: Date;
  readonly estimate: number | undefined;
}

/** What reading a spot costs beside writing one: hosts give many spots in a call and take few. */
const READING = 0.1;
const PROVING = 0.2;
/** Before this share and time are over, a run's own pace tells nothing. */
const FIRST_SHARE = 0.05;
const FIRST_SECONDS = 2;

interface Stage {
  readonly phase: Progress['phase'];
  readonly from: number;
  readonly to: number;
}

/** How far a run is as a whole, from where it is in each of its phases. */
export class WholeRun {
  readonly #stages: readonly Stage[];
  readonly #spots: number;
  readonly #expectation: Expectation;
  #stage = 0;
  #share = 0;

  constructor({ steps, kept, gaps }: Plan, expectation: Expectation) {
    const last = lastPhases(steps).flat().length;
    this.#spots = steps.length + kept.length + gaps.length;
    this.#stages = stagesOf(this.#spots, steps.length - last, last);
    this.#expectation = expectation;
  }

  /** The progress of core with the share of the whole, and the time left. */
  at(progress: Progress, now: Date): RunProgress {
    this.#share = Math.max(this.#share, this.#shareOf(progress));
    const secondsLeft = this.#secondsLeft(now, progress.waitingUntil);
    return { ...progress, share: this.#share, ...(secondsLeft === undefined ? {} : { secondsLeft }) };
  }

  #shareOf({ phase, done, of = this.#spots }: Progress): number {
    const found = this.#stages.findIndex((stage, index) => index >= this.#stage && stage.phase === phase);
    // What is blanked a second time after it was read again is a part of proving it.
    if (found === -1) return this.#share;
    this.#stage = found;
    const { from, to } = this.#stages[found] ?? { from: 0, to: 0 };
    return from + (to - from) * (of === 0 ? 1 : Math.min(1, done / of));
  }

  /** The estimate counts at the beginning, the run's own pace more and more. */
  #secondsLeft(now: Date, waitingUntil: Date | undefined): number | undefined {
    const { began, estimate } = this.#expectation;
    const share = this.#share;
    const elapsed = Math.max(0, (now.getTime() - began.getTime()) / 1_000);
    const whole = estimate === undefined ? pace(elapsed, share) : estimate * (1 - share) + elapsed;
    if (whole === undefined) return undefined;
    const waiting = waitingUntil === undefined ? 0 : (waitingUntil.getTime() - now.getTime()) / 1_000;
    return Math.ceil(Math.max(whole * (1 - share), waiting, 0));
  }
}

function pace(elapsed: number, share: number): number | undefined {
  return share < FIRST_SHARE || elapsed < FIRST_SECONDS ? undefined : elapsed / share;
}

function stagesOf(spots: number, first: number, last: number): readonly Stage[] {
  const weights: readonly (readonly [Progress['phase'], number])[] = [
    ['reading', spots * READING],
    ['blanking', first],
    ['proving', first * PROVING],
    ['closing', last],
    ['proving', last * PROVING],
  ];
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  const stages: Stage[] = [];
  for (const [phase, weight] of weights) {
    const from = stages.at(-1)?.to ?? 0;
    stages.push({ phase, from, to: Math.min(1, from + weight / whole) });
  }
  return stages;
}
