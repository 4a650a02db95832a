import type { Storage } from '@lethe/storage';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AnsweredRequest } from '../ground.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30];

/** A call to a host that came to its end. */
export interface HostCall {
  /** The host's kind, or its name where the settings say so. */
  readonly host: string;
  readonly call: 'apply' | 'reread' | 'spots' | 'people' | 'preflight';
  /** `ok`, or the code of what went wrong. */
  readonly code: string;
  readonly seconds: number;
}

/** Figures of this process and of the installation, for Prometheus. Their labels are kinds, codes and patterns: nobody's id. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = this.#histogram('lethe_http_request_seconds', 'Requests by pattern of the route and status.', [
    ...['method', 'route', 'status'],
  ]);
  readonly #calls = this.#histogram('lethe_host_call_seconds', 'Calls to hosts, by how they ended.', [
    ...['host', 'call', 'code'],
  ]);
  readonly #waits = this.#histogram('lethe_pace_wait_seconds', "Waits for a host's pace.", ['host']);
  readonly #steps = this.#counter('lethe_steps_total', 'Steps settled by this process, by outcome.', ['outcome']);
  readonly #events = this.#counter('lethe_worker_events_total', 'What workers of this process told.', ['what']);

  #count = async (): Promise<void> => undefined;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** From now on what this installation holds is counted whenever somebody asks. */
  watch(store: Storage): void {
    const gauges = {
      up: this.#gauge('lethe_up', 'Whether the database answered.'),
      runs: this.#gauge('lethe_runs', 'Runs by state.', ['state']),
      queue: this.#gauge('lethe_queue_runs', 'Open runs by where they stand in the queue.', ['standing']),
      oldest: this.#gauge('lethe_queue_oldest_due_seconds', 'How long the run that is due for longest has waited.'),
      sessions: this.#gauge('lethe_sessions', 'Open sessions.'),
    };
    this.#count = async () => {
      await count(store, gauges).then(
        () => gauges.up.set(1),
        () => gauges.up.set(0),
      );
    };
  }

  /** All figures, as Prometheus reads them. */
  async text(): Promise<string> {
    await this.#count();
    return this.registry.metrics();
  }

  request({ method, route, status, milliseconds }: AnsweredRequest): void {
    this.#requests.observe({ method, route, status: String(status) }, milliseconds / 1000);
  }

  hostCall({ host, call, code, seconds: took }: HostCall): void {
    this.#calls.observe({ host, call, code }, took);
  }

  wait(host: string, took: number): void {
    this.#waits.observe({ host }, took);
  }

  step(outcome: string): void {
    this.#steps.inc({ outcome });
  }

  event(what: string): void {
    this.#events.inc({ what });
  }

  #histogram(name: string, help: string, labelNames: readonly string[]): Histogram {
    return new Histogram({ name, help, labelNames: [...labelNames], buckets: seconds, registers: [this.registry] });
  }

  #counter(name: string, help: string, labelNames: readonly string[]): Counter {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  #gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}

interface Gauges {
  readonly runs: Gauge;
  readonly queue: Gauge;
  readonly oldest: Gauge;
  readonly sessions: Gauge;
}

async function count(store: Storage, { runs, queue, oldest, sessions }: Gauges): Promise<void> {
  const [figures, { oldestDueSeconds, ...standing }] = await Promise.all([store.figures(), store.queue.counts()]);
  runs.reset();
  for (const [state, number] of Object.entries(figures.runs)) runs.set({ state }, number);
  for (const [name, number] of Object.entries(standing)) queue.set({ standing: name }, number);
  oldest.set(oldestDueSeconds);
  sessions.set(figures.sessions);
}
