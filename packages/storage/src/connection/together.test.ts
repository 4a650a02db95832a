import { describe, expect, it } from '@jest/globals';

import { Together } from './together.ts';

/** Statements that are answered when a test says so, each with the number of the statement. */
class Statements {
  readonly asked: (readonly string[])[] = [];
  readonly #answers: (() => void)[] = [];
  #fails = false;
  readonly together = new Together<string, string>(async (keys) => {
    const number = this.asked.push(keys);
    await new Promise<void>((resolve) => this.#answers.push(resolve));
    if (this.#fails) throw new Error('the database does not answer');
    return (key) => `${key}${number}`;
  });

  /** Lets what was begun come to its end. */
  async answer({ fails = false } = {}): Promise<void> {
    await settled();
    this.#fails = fails;
    this.#answers.shift()?.();
    await settled();
  }
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('questions to the database', () => {
  it('that come at once are one statement, each key once', async () => {
    const statements = new Statements();
    const answers = Promise.all(['a', 'b', 'a'].map(async (key) => statements.together.ask(key)));
    await statements.answer();
    expect(await answers).toEqual(['a1', 'b1', 'a1']);
    expect(statements.asked).toEqual([['a', 'b']]);
  });

  it('are answered by a statement that began afterwards', async () => {
    const statements = new Statements();
    const early = statements.together.ask('a');
    await settled();
    const late = ['a', 'b'].map(async (key) => statements.together.ask(key));
    await settled();
    expect(statements.asked).toEqual([['a']]);
    await statements.answer();
    await statements.answer();
    expect(await early).toBe('a1');
    expect(await Promise.all(late)).toEqual(['a2', 'b2']);
    expect(statements.asked).toEqual([['a'], ['a', 'b']]);
  });

  it('fail together with their statement, and the next does not', async () => {
    const statements = new Statements();
    const failing = Promise.allSettled(['a', 'b'].map(async (key) => statements.together.ask(key)));
    await statements.answer({ fails: true });
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = statements.together.ask('a');
    await statements.answer();
    expect(await next).toBe('a2');
  });

  it('do not wait for long for a statement that is never answered', async () => {
    let asked = 0;
    const together = new Together<string, number>(async () => {
      asked += 1;
      if (asked === 1) await new Promise(() => undefined);
      return () => asked;
    }, 1);
    void together.ask('a');
    await settled();
    expect(await together.ask('a')).toBe(2);
  });
});
