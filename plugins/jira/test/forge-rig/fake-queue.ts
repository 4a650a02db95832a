import { randomUUID } from 'node:crypto';
import type { AsyncEvent } from '@forge/events';
import type { Clock } from '@lethe/core';
import { z } from 'zod';
import { jsonResponse } from './rig-doors.ts';

const pushed = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().exactOptional(),
  concurrency: z.object({ key: z.string(), limit: z.number() }).exactOptional(),
});
/** A request to the queue, as the package sends it. */
export const queueRequest = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(pushed).exactOptional(),
});
type QueueRequest = z.infer<typeof queueRequest>;

const retry = z.object({ retryAfter: z.number(), retryReason: z.string(), retryData: z.unknown().optional() });
const asksAgain = z.object({ _retry: z.literal(true), retryOptions: retry });

const PER_MINUTE = 500;
const RETRIES = 4;
const EVENT_BYTES = 100 * 1024;
const PUSH_BYTES = 200 * 1024;
const EVENTS = 50;
const CYCLES = 1000;

/** An event that waits. */
export interface Waiting {
  readonly event: AsyncEvent;
  /** When it may be delivered, in milliseconds. */
  readonly dueAt: number;
  /** Pushes that led to it, one out of the other. */
  readonly depth: number;
}

/** The function of the app that takes events. */
export type Consumer = (event: AsyncEvent) => Promise<unknown>;

/** How an event ended: what the function returned or threw, and whether it will come again. */
export interface Delivery {
  readonly result: unknown;
  readonly comesAgain: boolean;
}

interface Platform {
  readonly clock: Clock;
  /** Runs a consumer as the platform does: in an invocation of its own. */
  readonly invoke: <T>(depth: number, work: () => Promise<T>) => Promise<T>;
  /** How deep in a chain of pushes we are now. */
  readonly depth: () => number;
}

/** Forge's queue: what the app pushed waits until a test delivers it, once, twice, late or never. */
export class FakeQueue {
  readonly #platform: Platform;
  #waiting: Waiting[] = [];
  #pushed: number[] = [];
  readonly #atWork = new Map<string, number>();
  readonly #jobs = new Map<string, { success: number; failed: number; readonly cancelled: boolean }>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** All that wait, the first pushed first. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  /** Those that may be delivered now: due, and not more at work under their concurrency key than it allows. */
  due(): readonly AsyncEvent[] {
    const now = this.#platform.clock.now().getTime();
    return this.#waiting.filter(({ event, dueAt }) => dueAt <= now && !this.#isFull(event)).map(({ event }) => event);
  }

  /** Delivers an event, whether it is due or not, and even if it was delivered before: the platform delivers at least once. */
  async deliver(event: AsyncEvent, consumer: Consumer): Promise<Delivery> {
    const depth = this.#waiting.find((one) => one.event.eventId === event.eventId)?.depth ?? 0;
    this.#waiting = this.#waiting.filter((one) => one.event.eventId !== event.eventId);
    this.#count(event, 1);
    try {
      const result = await this.#platform.invoke(depth, async () => consumer(event));
      return this.#settled(event, depth, { result, asked: retryAsked(result) });
    } catch (error) {
      return this.#settled(event, depth, { result: error, asked: crashed });
    } finally {
      this.#count(event, -1);
    }
  }

  /** Delivers all that come, one after the other; the clock goes on to what is delayed. */
  async drain(consumer: Consumer, most = 1000): Promise<number> {
    for (let delivered = 0; delivered < most; delivered += 1) {
      const next = this.#waiting.toSorted((one, other) => one.dueAt - other.dueAt)[0];
      if (next === undefined) return delivered;
      const early = next.dueAt - this.#platform.clock.now().getTime();
      if (early > 0) await this.#platform.clock.wait(early);
      await this.deliver(next.event, consumer);
    }
    throw new Error('the queue never becomes empty');
  }

  /** What the app asked of the queue over the wire. */
  answer(verb: 'publish' | 'stats' | 'cancel', body: QueueRequest): Response {
    if (verb === 'publish') return this.#publish(body);
    const job = this.#jobs.get(body.jobId);
    if (job === undefined) return jsonResponse(404);
    if (verb === 'stats') {
      const { success, failed } = job;
      const inProgress = this.#waiting.filter(({ event }) => event.jobId === body.jobId).length;
      return jsonResponse(200, { success, failed, inProgress });
    }
    this.#waiting = this.#waiting.filter(({ event }) => event.jobId !== body.jobId);
    this.#jobs.set(body.jobId, { ...job, cancelled: true });
    return jsonResponse(204);
  }

  #publish({ queueName, jobId, payload = [] }: QueueRequest): Response {
    const now = this.#platform.clock.now().getTime();
    const depth = this.#platform.depth() + 1;
    this.#pushed = this.#pushed.filter((at) => at > now - 60_000);
    if (payload.length > EVENTS || payload.length === 0) return jsonResponse(400, { message: 'Too many events' });
    if (bytes(payload) > PUSH_BYTES || payload.some((event) => bytes(event) > EVENT_BYTES))
      return jsonResponse(413, { errorMessage: 'Payload too big' });
    if (depth > CYCLES) return jsonResponse(405);
    if (this.#pushed.length + payload.length > PER_MINUTE) return jsonResponse(429);
    this.#pushed.push(...payload.map(() => now));
    this.#jobs.set(jobId, { success: 0, failed: 0, cancelled: false });
    for (const pushed of payload) {
      const event: AsyncEvent = { ...structuredClone(pushed), queueName, jobId, eventId: randomUUID() };
      this.#waiting.push({ event, dueAt: now + (pushed.delayInSeconds ?? 0) * 1000, depth });
    }
    return jsonResponse(201, {});
  }

  #settled(event: AsyncEvent, depth: number, { result, asked }: Settling): Delivery {
    const job = this.#jobs.get(event.jobId);
    const tried = event.retryContext?.retryCount ?? 0;
    if (asked !== undefined && tried < RETRIES && job?.cancelled !== true) {
      const { retryAfter, retryReason, retryData } = asked;
      const again = { ...event, retryContext: { retryCount: tried + 1, retryReason, retryData } };
      this.#waiting.push({ event: again, depth, dueAt: this.#platform.clock.now().getTime() + retryAfter * 1000 });
      return { result, comesAgain: true };
    }
    const kind = asked === undefined ? 'success' : 'failed';
    if (job !== undefined) this.#jobs.set(event.jobId, { ...job, [kind]: job[kind] + 1 });
    return { result, comesAgain: false };
  }

  #isFull({ concurrency }: AsyncEvent): boolean {
    return concurrency !== undefined && (this.#atWork.get(concurrency.key) ?? 0) >= concurrency.limit;
  }

  #count({ concurrency }: AsyncEvent, by: number): void {
    if (concurrency !== undefined) this.#atWork.set(concurrency.key, (this.#atWork.get(concurrency.key) ?? 0) + by);
  }
}

type Retry = z.infer<typeof retry>;

interface Settling {
  readonly result: unknown;
  readonly asked: Retry | undefined;
}

const crashed: Retry = { retryAfter: 1, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', retryData: undefined };

function retryAsked(result: unknown): Retry | undefined {
  return asksAgain.safeParse(result).data?.retryOptions;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
