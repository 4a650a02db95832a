/** Second door of the server, for tests alone. */
export { askLoopback, addressOf } from './loopback.ts';
export type { Answer, Asked } from './loopback.ts';
export { originOf } from '../http/origin.ts';
export { signInRoutes } from '../sign-in/index.ts';
export { Browser, signedIn } from './browser.ts';
export type { SignedInAs } from './browser.ts';
export { TestGround } from './test-ground.ts';
export type { TestGroundOptions } from './test-ground.ts';
export { ApiBench, workingPermissions } from './api-bench.ts';
export type { BenchOptions, BenchPlan } from './api-bench.ts';
export { certificatesOf } from './certificates.ts';
export type { TestCertificates } from './certificates.ts';
export { csv } from '../work/csv.ts';
