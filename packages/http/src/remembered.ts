/** Answers asked for once each; a question that failed is asked again. */
export class Remembered<Key, Value> {
  readonly #answers = new Map<Key, Promise<Value>>();

  /** The answer to a question, asking if it was not asked before. */
  async get(key: Key, askFor: () => Promise<Value>): Promise<Value> {
    const answer = this.#answers.get(key) ?? this.#ask(key, askFor);
    return answer;
  }

  #ask(key: Key, askFor: () => Promise<Value>): Promise<Value> {
    const answer = askFor();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
