/** Durable runs: workers that carry out what is queued, nights, and the pace of hosts. */
export { pacedFor } from './lease.ts';
export { isTimeZone, latestNight, tonight } from './night.ts';
export type { Night, NightHours } from './night.ts';
export { startWorker } from './worker.ts';
export type { Nightly, Worker, WorkerEvent, WorkerOptions } from './worker-options.ts';
