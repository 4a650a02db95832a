import type { FastifyReply } from 'fastify';
import { Refusal } from '../http/refusal.ts';

/** Counts the streams each operator holds open in this process. */
export class Streams {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a place until the answer is closed, however it is. Throws `Refusal` where the operator has no place left. */
  take(operator: string, reply: FastifyReply): void {
    const open = this.#open.get(operator) ?? 0;
    if (open >= this.#most) throw new Refusal('too-many', { retryAfter: 5 });
    this.#open.set(operator, open + 1);
    reply.raw.once('close', () => this.#giveBack(operator));
  }

  #giveBack(operator: string): void {
    const left = (this.#open.get(operator) ?? 1) - 1;
    if (left > 0) this.#open.set(operator, left);
    else this.#open.delete(operator);
  }
}
