import { rest } from '../durable/interruption.ts';
import type { Log } from '../ground.ts';
import { failureOf } from '../http/log.ts';

/** Something a worker's process does again and again besides runs, and never in their way. */
export interface Round {
  /** For the log. */
  readonly name: string;
  /** How long it rests between two turns. */
  readonly everyMilliseconds: number;
  /** One turn; any number of processes take theirs at the same time. Ends soon after the signal. What it throws is tried again. */
  turn(signal: AbortSignal): Promise<void>;
}

/** Rounds that go on until they are stopped. */
export interface Rounds {
  stop(): Promise<void>;
}

/** Begins rounds, each for itself: one that fails or takes long holds up no other. Whoever begins them stops them. */
export function startRounds(rounds: readonly Round[], log: Log): Rounds {
  const end = new AbortController();
  const all = rounds.map(async (round) => goRound(round, log, end.signal));
  return {
    stop: async () => {
      end.abort();
      await Promise.all(all);
    },
  };
}

async function goRound(round: Round, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // What was thrown may hold what a host or a mail server said: its kind alone is kept.
    await round.turn(signal).catch((error: unknown) => {
      if (!signal.aborted) log.warn({ kind: round.name, failure: failureOf(error) }, 'round failed');
    });
    await rest(round.everyMilliseconds, signal);
  }
}
