/** Second door of the server, for tests alone. */
export { Browser, signedIn } from './browser.ts';
export type { SignedInAs } from './browser.ts';
export { TestGround } from './test-ground.ts';
export type { TestGroundOptions } from './test-ground.ts';
