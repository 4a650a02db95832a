import type { Database } from '../connection/database.ts';
import { codeOf } from '../system-error.ts';
import { StorageError } from '../storage-error.ts';
import { statementOf, type RunAnswer, type RunWrite } from './run-writes.ts';

interface Waiting {
  readonly write: RunWrite;
  readonly resolve: (answer: RunAnswer | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds after which others do not wait any more for a statement that waits for a lock, or for a slow disk. */
const PATIENCE = 10;
const MOST_AT_ONCE = 4;

/**
 * One commit for the writes of all runs of this process that are ready at the same moment: a disk, a server and a network that are
 * waited for once then serve several runs. Whoever comes while enough is under way waits for the next; a lone run waits for nobody.
 */
export class SharedCommit {
  readonly #database: Database;
  #waiting: readonly Waiting[] = [];
  /** Runs whose writes are under way: what else they have to write comes after that. */
  readonly #underWay = new Set<string>();
  #statements = 0;
  /** How many of them take long. */
  #slow = 0;
  #isToGo = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves when the write is committed, or was refused; with nothing if the run is another process's by now. */
  async write(write: RunWrite): Promise<RunAnswer | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting = [...this.#waiting, { write, resolve, reject }];
      this.#goSoon();
    });
  }

  /** Once everything else has been looked at that came in with what made this write ready. */
  #goSoon(): void {
    if (this.#isToGo) return;
    this.#isToGo = true;
    setImmediate(() => {
      this.#isToGo = false;
      this.#go();
    });
  }

  #go(): void {
    if (this.#statements > this.#slow || this.#statements >= MOST_AT_ONCE) return;
    const some = this.#takeReady();
    if (some.length > 0) void this.#make(some);
  }

  async #make(some: readonly Waiting[]): Promise<void> {
    this.#statements += 1;
    let slow = 0;
    const timer = setTimeout(() => {
      this.#slow += slow = 1;
      this.#goSoon();
    }, PATIENCE);
    await this.#writeAll(some);
    clearTimeout(timer);
    this.#slow -= slow;
    this.#statements -= 1;
    for (const { write } of some) this.#underWay.delete(write.own.run);
    if (this.#waiting.length > 0) this.#goSoon();
  }

  /** The first write of each run that has none under way. */
  #takeReady(): readonly Waiting[] {
    const ready: Waiting[] = [];
    const later: Waiting[] = [];
    for (const one of this.#waiting) {
      const { run } = one.write.own;
      (this.#underWay.has(run) ? later : ready).push(one);
      this.#underWay.add(run);
    }
    this.#waiting = later;
    return ready;
  }

  async #writeAll(some: readonly Waiting[]): Promise<void> {
    try {
      const { rows } = await this.#database.executeQuery(statementOf(some.map(({ write }) => write)));
      const answers = new Map(rows.map((answer) => [answer.run, answer]));
      for (const { write, resolve } of some) resolve(answers.get(write.own.run));
    } catch (error) {
      if (some.length > 1 && wroteNothing(error)) for (const one of some) await this.#writeAll([one]);
      else for (const { reject } of some) reject(error);
    }
  }
}

/**
 * Whether the server refused the statement because of what was to be written: then nothing of it was, and whose write it was shows when each
 * is made alone. After a connection that broke nobody knows that.
 */
function wroteNothing(error: unknown): boolean {
  const code = error instanceof StorageError ? codeOf(error.underlying()) : codeOf(error);
  return code !== undefined && /^(22|23|40|42|54|LT)/.test(code) && code.length === 5;
}
