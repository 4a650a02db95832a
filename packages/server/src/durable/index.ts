/** Durable runs: workers that carry out what is queued, nights, and the pace of hosts. */
export { pacedFor } from './lease.ts';
export { startWorker } from './worker.ts';
export type { Worker, WorkerEvent, WorkerOptions } from './worker-options.ts';
