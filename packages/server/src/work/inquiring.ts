import { identifiersFrom } from '@lethe/core';
import type { Actor, DossierId, Obstacle, ObstacleCode, PersonId, WeakIdentifier } from '@lethe/core';
import { identifiersTyped, ReviewFlow } from '@lethe/review';
import type { FlowState } from '@lethe/review';
import { failureOf } from '../http/log.ts';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import type { Desks } from './desk.ts';
import { endsWithin } from './ends-within.ts';

/** Whom to review, and how. What was typed stays in memory. */
export interface ReviewRequest {
  readonly host: string;
  readonly person: PersonId;
  readonly also: readonly string[];
  readonly acknowledged: readonly ObstacleCode[];
  readonly only: DossierId | undefined;
}

/** How a review ended: codes, ids and fixed words. */
export type ReviewEnding =
  | { readonly at: 'reviewed'; readonly plan: string; readonly notLookedFor: readonly WeakIdentifier[] }
  | { readonly at: 'blocked'; readonly obstacles: readonly Obstacle[] }
  | { readonly at: 'trouble'; readonly code: string; readonly says: string; readonly remedy: string }
  | { readonly at: 'given-up' };

/** Something that is looked up in the background, and can be given up. */
export interface Looking {
  /** Does it; what it answers is written down. */
  work(noting: (found: number) => void): Promise<object>;
  giveUp(): void;
}

/** How many there may be at a time, and how many may wait. */
export interface Bounds {
  readonly atOnce: number;
  readonly waiting: number;
  readonly perOperator: number;
}

/** One that waits or is under way. */
interface Task {
  readonly id: string;
  readonly by: string;
  readonly looking: Looking;
}

/** How long those that are given up may hold up the end of the process. */
const PATIENCE = 3_000;

/** Looks things up in the background, so many at a time; a process that ends leaves them interrupted. */
export class Inquiring {
  readonly #ground: Pick<ServerGround, 'store' | 'log' | 'uuid' | 'clock'>;
  readonly #bounds: Bounds;
  readonly #waiting: Task[] = [];
  readonly #underWay = new Map<string, Task>();
  /** Ends of all that is under way, for whoever shuts down. */
  readonly #ends = new Set<Promise<void>>();

  constructor(ground: Pick<ServerGround, 'store' | 'log' | 'uuid' | 'clock'>, bounds: Bounds) {
    this.#ground = ground;
    this.#bounds = bounds;
  }

  /** Begins one as soon as there is room. Throws `Refusal` `busy` where too many wait. Answers its id. */
  async begin(about: Begun, looking: Looking): Promise<string> {
    const mine = [...this.#waiting, ...this.#underWay.values()].filter(({ by }) => by === about.by).length;
    if (this.#waiting.length >= this.#bounds.waiting || mine >= this.#bounds.perOperator) throw new Refusal('busy');
    const task: Task = { id: this.#ground.uuid(), by: about.by, looking };
    this.#waiting.push(task);
    try {
      const { by: askedBy, ...what } = about;
      await this.#ground.store.api.inquiries.begin({
        ...what,
        id: task.id,
        askedBy,
        askedAt: this.#ground.clock.now(),
      });
    } catch (error) {
      this.#waiting.splice(this.#waiting.indexOf(task), 1);
      throw error;
    }
    this.#goOn();
    return task.id;
  }

  /** Ends one before its time. Answers whether there was one here. */
  giveUp(id: string): boolean {
    const task = this.#underWay.get(id) ?? this.#waiting.find((one) => one.id === id);
    task?.looking.giveUp();
    return task !== undefined;
  }

  /** Gives all of them up and waits until they have ended; those whose host does not answer by then are left interrupted. */
  async close(patienceMilliseconds = PATIENCE): Promise<void> {
    for (const { looking } of [...this.#waiting, ...this.#underWay.values()]) looking.giveUp();
    await endsWithin(patienceMilliseconds, this.#allEnds());
  }

  async #allEnds(): Promise<void> {
    while (this.#ends.size > 0) await Promise.all(this.#ends);
  }

  #goOn(): void {
    while (this.#underWay.size < this.#bounds.atOnce) {
      const task = this.#waiting.shift();
      if (task === undefined) return;
      this.#underWay.set(task.id, task);
      const end = this.#carryOut(task).finally(() => {
        this.#underWay.delete(task.id);
        this.#ends.delete(end);
        this.#goOn();
      });
      this.#ends.add(end);
    }
  }

  async #carryOut({ id, looking }: Task): Promise<void> {
    const { store, log } = this.#ground;
    const failed = (error: unknown): void => log.error({ id, failure: failureOf(error) }, 'inquiry failed');
    const noting = (found: number): void => void store.api.inquiries.note(id, found).catch(failed);
    try {
      await store.api.inquiries.end(id, await looking.work(noting));
    } catch (error) {
      failed(error);
      await store.api.inquiries.end(id, defect).catch(failed);
    }
  }
}

/** What is begun. */
export interface Begun {
  readonly kind: 'review' | 'check';
  readonly host: string;
  readonly person: PersonId;
  readonly run?: string;
  readonly by: string;
}

const defect: ReviewEnding = {
  at: 'trouble',
  code: 'fault',
  says: 'Something failed that should not. Nothing was changed.',
  remedy: 'Try again; the log of the server says more.',
};

/** A review of a person, to be carried out in the background. */
export async function reviewLooking(desks: Desks, actor: Actor, request: ReviewRequest): Promise<Looking> {
  const desk = await desks.deskFor(request.host, actor);
  const faults: unknown[] = [];
  const flow = new ReviewFlow(desk, (error) => faults.push(error));
  const asked = { givenUp: false };
  return {
    work: async (noting) => {
      if (asked.givenUp) return { at: 'given-up' };
      flow.subscribe(() => {
        if (flow.state.at === 'looking') noting(flow.state.found);
      });
      await flow.review(request.person, wishesOf(request));
      if (faults.length > 0) throw faults[0];
      return endingOf(flow.state);
    },
    giveUp: () => {
      asked.givenUp = true;
      flow.stop();
    },
  };
}

function wishesOf({ also, acknowledged, only }: ReviewRequest): Parameters<ReviewFlow['review']>[1] {
  const typed = also.length === 0 ? identifiersFrom({}) : identifiersTyped(also);
  return { acknowledged, also: typed, ...(only === undefined ? {} : { only }) };
}

function endingOf(state: FlowState): ReviewEnding {
  switch (state.at) {
    case 'reviewed':
      return { at: 'reviewed', plan: state.record.id, notLookedFor: state.refusedIdentifiers };
    case 'blocked':
      return { at: 'blocked', obstacles: state.obstacles };
    case 'trouble':
      return { at: 'trouble', code: state.code, says: state.says, remedy: state.remedy };
    default:
      return { at: 'given-up' };
  }
}
