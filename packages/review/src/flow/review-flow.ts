import type { ObstacleCode, PersonId } from '@lethe/core';
import type { Desk } from '../desk.ts';
import { confirmed } from './confirming.ts';
import { look } from './looking.ts';
import type { Look, ReviewWishes } from './looking.ts';
import { calledOff, resumed, shown } from './open-run.ts';
import { Operation } from './operation.ts';
import { Stage } from './stage.ts';
import type { FlowState } from './state.ts';
import { isFault, troubled } from './troubled.ts';

/**
 * The review-confirm-run-report flow as a state machine without a screen: a surface shows its state and calls its methods.
 * It does one thing at a time: what is called while it is at work does nothing, so a second click on a button is harmless.
 * Each method resolves when the state it led to is shown; what the host or the store does wrong is a state, not a rejection.
 */
export class ReviewFlow {
  readonly #desk: Desk;
  readonly #fault: (error: unknown) => void;
  readonly #stage = new Stage();
  #look: Look | undefined;
  #underWay: Operation | undefined;

  /** `fault` is given each error that is a fault of ours or the store's; without it, the method that met it rejects with it. */
  constructor(desk: Desk, fault: (error: unknown) => void = rethrow) {
    this.#desk = desk;
    this.#fault = fault;
  }

  /** Where it is; the same object until something changes. */
  get state(): FlowState {
    return this.#stage.state;
  }

  /** Calls the listener after every change; answers how to end that. Bound, so that it can be handed on. */
  readonly subscribe = (listener: () => void): (() => void) => this.#stage.subscribe(listener);

  /** Looks at a person and plans: to `blocked` or `reviewed`. Changes nothing in the host. */
  review(person: PersonId, wishes: ReviewWishes = {}): Promise<void> {
    return this.#operate((operation) => {
      this.#look = { person, wishes };
      return look(this.#desk, this.#look, operation);
    });
  }

  /** Reviews the blocked person again in spite of these obstacles. Those that may not be acknowledged stay. */
  async acknowledge(codes: readonly ObstacleCode[]): Promise<void> {
    const { state } = this;
    const last = this.#look;
    if (state.at !== 'blocked' || last?.person !== state.person) return;
    const acknowledged = [...new Set([...(last.wishes.acknowledged ?? []), ...codes])];
    await this.review(last.person, { ...last.wishes, acknowledged });
  }

  /** Begins the run of the reviewed plan if this is its phrase; else stays `reviewed` and says why. */
  async confirm(typed: string): Promise<void> {
    const { state } = this;
    if (state.at !== 'reviewed') return;
    const acknowledged = this.#look?.wishes.acknowledged ?? [];
    await this.#operate((operation) => confirmed(this.#desk, { reviewed: state, typed, acknowledged, operation }));
  }

  /** Stops a run before its next call, gives up a look, takes back a confirmation whose run has not begun. */
  stop(): void {
    if (this.#underWay === undefined || this.#underWay.asked) return;
    this.#underWay.askToStop();
    if (this.state.at === 'running') this.#stage.show({ ...this.state, stopping: true });
  }

  /** Goes on with an open run: from here, from another tab, or after a crash. */
  resume(run: string, { acceptRefused = false }: { readonly acceptRefused?: boolean } = {}): Promise<void> {
    return this.#operate((operation) => resumed(this.#desk, { run, acceptRefused, operation }));
  }

  /** Gives an open run up for good. */
  callOff(run: string): Promise<void> {
    return this.#operate((operation) => calledOff(this.#desk, { run, operation }));
  }

  /** Shows a stored run and its report. */
  open(run: string): Promise<void> {
    return this.#operate(() => shown(this.#desk, run));
  }

  async #operate(work: (operation: Operation) => Promise<FlowState>): Promise<void> {
    if (this.#underWay !== undefined) return;
    const operation = new Operation((state) => this.#stage.show(state));
    this.#underWay = operation;
    const next = await work(operation).catch((error: unknown) => {
      if (isFault(error)) operation.faults.push(error);
      return troubled(error, operation.run);
    });
    this.#underWay = undefined;
    this.#stage.show(next);
    for (const error of operation.faults) this.#fault(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}
