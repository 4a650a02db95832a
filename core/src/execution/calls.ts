import { HostError } from '../errors.ts';
import type { Clock, Progress } from './run.ts';
import type { Host, Receipt, StepGroup } from '../host.ts';

const TRIES = 6;
const FIRST_WAIT = 1_000;

/** Patience with one host: how often it may be asked again without getting further. */
export class Patience {
  readonly #clock: Clock;
  #tried = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The host answered: patience starts anew. */
  renew(): void {
    this.#tried = 0;
  }

  /**
   * Waits if the host only asks for patience: until the time it names, else 1, 2, 4, 8, 16 s. Yields before it waits.
   * Throws the error when patience is used up, and any other error at once.
   */
  async *wait(error: unknown, progress: Progress): AsyncGenerator<Progress, void> {
    this.#tried += 1;
    if (!(error instanceof HostError) || !asksForPatience(error) || this.#tried >= TRIES) throw error;
    const now = this.#clock.now();
    const until = error.retryAt ?? new Date(now.getTime() + FIRST_WAIT * 2 ** (this.#tried - 1));
    yield { ...progress, waitingUntil: until };
    await this.#clock.wait(Math.max(0, until.getTime() - now.getTime()));
  }
}

function asksForPatience({ code }: HostError): boolean {
  return code === 'too-fast' || code === 'down' || code === 'locked';
}

/** Failures that concern the steps of a call, not the whole run. */
function concernsSteps(error: unknown): error is HostError {
  return error instanceof HostError && ['not-permitted', 'rejected', 'gone', 'unreadable'].includes(error.code);
}

/** Whether the host makes this call wait and no other, until a time to come. */
export function stepsAside(error: unknown, now: Date): error is HostError {
  return error instanceof HostError && error.waits === 'call' && error.retryAt !== undefined && error.retryAt > now;
}

/** What calls are made with. */
export interface Calling {
  readonly host: Host;
  readonly clock: Clock;
  /** Where the run is, to be shown while it waits. */
  readonly progress: Progress;
  /** Called after each wait: ends the run if somebody asked for that meanwhile. */
  stopIfAsked?(): void;
}

/**
 * The receipts of a group. A call that is refused as a whole is made again step by step, so that one bad step does not
 * hold up its neighbours. Throws `HostError` when the host itself cannot be used any more, and where only this call has to
 * wait (`waits: 'call'`): whoever has others to make comes back to it.
 */
export async function* receiptsOf(calling: Calling, group: StepGroup): AsyncGenerator<Progress, readonly Receipt[]> {
  const patience = new Patience(calling.clock);
  for (;;) {
    try {
      return await calling.host.apply(group);
    } catch (error) {
      if (concernsSteps(error)) return yield* refusedGroup(calling, group, error);
      if (stepsAside(error, calling.clock.now())) throw error;
      yield* patience.wait(error, calling.progress);
      calling.stopIfAsked?.();
    }
  }
}

async function* refusedGroup(
  calling: Calling,
  group: StepGroup,
  error: HostError,
): AsyncGenerator<Progress, readonly Receipt[]> {
  if (group.steps.length === 1) return group.steps.map((step) => refusal(step.id, error));
  const receipts: Receipt[] = [];
  for (const step of group.steps) {
    for (const single of calling.host.group([step])) receipts.push(...(yield* receiptsInTurn(calling, single)));
  }
  return receipts;
}

/** The receipts of one of the single calls: its neighbours have been made, so nothing steps aside for it. */
async function* receiptsInTurn(calling: Calling, group: StepGroup): AsyncGenerator<Progress, readonly Receipt[]> {
  const patience = new Patience(calling.clock);
  for (;;) {
    try {
      return yield* receiptsOf(calling, group);
    } catch (error) {
      if (!stepsAside(error, calling.clock.now())) throw error;
      yield* patience.wait(error, calling.progress);
      calling.stopIfAsked?.();
    }
  }
}

function refusal(step: Receipt['step'], { code, message }: HostError): Receipt {
  return code === 'gone' ? { step, claim: 'absent' } : { step, claim: 'refused', code, remedy: message };
}
