import { generatedWorld, hunterFor, memoryDisk, mint } from '@lethe/core/testing';
import type { DeskInMemory } from '@lethe/review/testing';
import { LockRoom, StandIn } from '@lethe/review/testing';
import { ReviewFlow, transitions } from '@lethe/review';
import type { FlowState } from '@lethe/review';

const world = generatedWorld([0, 13]);
const hunt = hunterFor(world.secrets);
/** In a ticket of strangers: nothing of the target's, until somebody writes it there. */
const strangersTitle = mint('spot', 'ticket-2/title');
const ownTitle = mint('spot', 'ticket-1/title');

/** An agent's tab: a desk, a flow on it, and what it was seen to do. */
export interface Seat {
  readonly holder: string;
  readonly desk: DeskInMemory;
  readonly flow: ReviewFlow;
}

/** Two agents at one host and one store, and whatever is seen of them against the laws. */
export class Rig {
  readonly scene = new StandIn(world);
  readonly disk = memoryDisk();
  readonly locks = new LockRoom();
  /** Digests whose phrase was typed while their plan was on the screen. */
  readonly approved = new Set<string>();
  /** Laws that were broken. */
  readonly broken: string[] = [];
  readonly faults: unknown[] = [];
  readonly #seats: Seat[] = [];
  readonly #printed: string[] = [];
  readonly #writtenBefore = new Map<string, number>();
  #opened = 0;
  #written = 0;
  #lost = false;
  #atWrite: { left: number; readonly act: () => Promise<void> | void } | undefined;

  constructor() {
    this.#seats.push(this.#newSeat(), this.#newSeat());
    this.scene.beforeWrite = async () => {
      await this.#watchWrite();
      const due = this.#atWrite;
      if (due === undefined) return;
      due.left -= 1;
      if (due.left > 0) return;
      this.#atWrite = undefined;
      await due.act();
    };
  }

  seat(at: number): Seat {
    return this.#seats[at % 2] ?? this.#newSeat();
  }

  /** The other agent's tab. */
  other(seat: Seat): Seat {
    return this.#seats.find((one) => one !== seat) ?? seat;
  }

  /** Does something before the so-manyth write from now. */
  atWrite(left: number, act: () => Promise<void> | void): void {
    this.#atWrite = { left, act };
  }

  /** Nothing is to happen any more. */
  letGo(): void {
    this.#atWrite = undefined;
  }

  /** A colleague writes the person's address into a ticket of strangers, or writes into one of theirs. */
  async write(where: 'elsewhere' | 'own'): Promise<void> {
    this.#written += 1;
    if ([...this.disk.runs.values()].some(({ open }) => !open)) this.#lost = true;
    const { name, addresses } = world.target;
    if (where === 'own') await this.scene.ground.edit(ownTitle, `Printer of ${name}, again ${String(this.#written)}`);
    else await this.scene.ground.edit(strangersTitle, `Please call ${String(addresses[0])} ${String(this.#written)}`);
  }

  /** The process of a seat is killed; another tab is opened in its place. */
  async kill(seat: Seat): Promise<void> {
    await seat.desk.die();
    this.#seats[this.#seats.indexOf(seat)] = this.#newSeat();
  }

  /** What the person knew by then is destroyed for good, and with it the way to find what is left. */
  lose(): void {
    this.#lost = true;
  }

  /** Secrets in the host's texts; not in its mails, as a colleague's edit mails whoever watches a ticket. */
  async left(): Promise<readonly string[]> {
    const texts = Object.values(await this.scene.ground.texts());
    return (await hunt(texts.map((text) => `${text}\n`))).hits.map(({ secret }) => secret);
  }

  /** Secrets in anything that was ever shown or stored. */
  async leaked(): Promise<readonly string[]> {
    const stored: unknown[] = [...this.disk.plans.values(), ...this.disk.runs.values()];
    for await (const entry of this.seat(0).desk.store.ledger()) stored.push(entry);
    const lines = [...this.#printed, ...stored.map((one) => JSON.stringify(one))].map((line) => `${line}\n`);
    return (await hunt(lines)).hits.map(({ secret }) => secret);
  }

  /** Whether something was written that no run could know of, or a run given up: its person may not be found by it any more. */
  get isLost(): boolean {
    return this.#lost;
  }

  #newSeat(): Seat {
    this.#opened += 1;
    const holder = `tab-${String(this.#opened)}`;
    const desk = this.scene.desk({ disk: this.disk, locks: this.locks, holder });
    const flow = new ReviewFlow(desk, (error) => this.faults.push(error));
    const seat: Seat = { holder, desk, flow };
    let from = flow.state.at;
    flow.subscribe(() => {
      this.#watchState(from, flow.state);
      from = flow.state.at;
    });
    return seat;
  }

  #watchState(from: FlowState['at'], state: FlowState): void {
    this.#printed.push(JSON.stringify(state));
    if (!transitions[from].includes(state.at)) this.broken.push(`went from ${from} to ${state.at}`);
    if (state.at === 'reviewed' && !this.#writtenBefore.has(state.record.id))
      this.#writtenBefore.set(state.record.id, this.#written);
    if (state.at === 'finished' && this.#writtenBefore.get(state.run.plan.id) !== this.#written) this.#lost = true;
  }

  /** Nothing is written but by one flow, in a run whose very plan was confirmed, while it holds the person. */
  async #watchWrite(): Promise<void> {
    const running = this.#seats.flatMap((seat) =>
      seat.flow.state.at === 'running' ? [{ seat, run: seat.flow.state.run }] : [],
    );
    const [only, ...more] = running;
    if (only === undefined || more.length > 0) {
      this.broken.push(`${String(running.length)} flows were running at a write`);
      return;
    }
    const run = await only.seat.desk.store.run(only.run);
    if (run === undefined || !this.approved.has(run.plan.plan.digest)) this.broken.push('wrote without a confirmation');
    if (run?.approval.digest !== run?.plan.plan.digest) this.broken.push('wrote by a confirmation of another plan');
    if (this.locks.holderOf(this.scene.person) !== only.seat.holder)
      this.broken.push('wrote without holding the person');
  }
}
