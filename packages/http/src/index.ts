/** What plugins share on their way to a host over HTTP; runs in an iframe and in Forge too. A client for servers has a door of its own. */
export { apiAddress, isOwnMachine } from './address.ts';
export { headersIn, jsonIn } from './answer-parts.ts';
export { governed } from './governor.ts';
export type { Governing } from './governor.ts';
export { ifThere } from './if-there.ts';
export { networkFailure } from './network-failure.ts';
export type { Pace } from './pace.ts';
export { Remembered } from './remembered.ts';
export { retryAfter } from './retry-after.ts';
export { Seats } from './seats.ts';
