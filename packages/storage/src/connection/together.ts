interface Round<Key, Value> {
  readonly keys: Set<Key>;
  readonly answers: Promise<(key: Key) => Value>;
}

/**
 * Reads for all who ask at about the same time with one statement, so that a process under load asks the database no more often than
 * it answers. An answer is as fresh as if everybody had asked alone: the statement begins after the last question it answers. A
 * statement that fails fails for all of them.
 */
export class Together<Key, Value> {
  readonly #read: (keys: readonly Key[]) => Promise<(key: Key) => Value>;
  #underWay: Promise<unknown> = Promise.resolve();
  #next: Round<Key, Value> | undefined;

  /** `read` answers what it found for each of the keys. */
  constructor(read: (keys: readonly Key[]) => Promise<(key: Key) => Value>) {
    this.#read = read;
  }

  async ask(key: Key): Promise<Value> {
    this.#next ??= this.#begin();
    this.#next.keys.add(key);
    const answerFor = await this.#next.answers;
    return answerFor(key);
  }

  #begin(): Round<Key, Value> {
    const keys = new Set<Key>();
    const answers = this.#underWay.then(async () => {
      // Whoever asks from now on is answered by the next statement.
      this.#next = undefined;
      return this.#read([...keys]);
    });
    this.#underWay = answers.catch(() => undefined);
    return { keys, answers };
  }
}
