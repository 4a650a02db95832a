interface Round<Key, Value> {
  readonly keys: Set<Key>;
  readonly answers: Promise<(key: Key) => Value>;
}

/** How long a statement may hold up the next, in milliseconds: one whose connection is dead must not hold up everybody. */
const PATIENCE = 2_000;

/**
 * Reads for all who ask at about the same time with one statement, so that a process under load asks the database no more often than
 * it answers. An answer is as fresh as if everybody had asked alone: the statement begins after the last question it answers. A
 * statement that fails fails for all of them.
 */
export class Together<Key, Value> {
  readonly #read: (keys: readonly Key[]) => Promise<(key: Key) => Value>;
  readonly #patience: number;
  #underWay: Promise<unknown> = Promise.resolve();
  #next: Round<Key, Value> | undefined;

  /** `read` answers what it found for each of the keys. */
  constructor(read: (keys: readonly Key[]) => Promise<(key: Key) => Value>, patienceMilliseconds = PATIENCE) {
    this.#read = read;
    this.#patience = patienceMilliseconds;
  }

  async ask(key: Key): Promise<Value> {
    this.#next ??= this.#begin();
    this.#next.keys.add(key);
    const answerFor = await this.#next.answers;
    return answerFor(key);
  }

  #begin(): Round<Key, Value> {
    const keys = new Set<Key>();
    const answers = ended(this.#underWay, this.#patience).then(async () => {
      // Whoever asks from now on is answered by the next statement.
      this.#next = undefined;
      return this.#read([...keys]);
    });
    this.#underWay = answers.catch(() => undefined);
    return { keys, answers };
  }
}

/** Resolves when the work has ended, or took too long. */
async function ended(work: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
