/** What Forge calls, by the names in the manifest. */
export { automation } from './automation/automation.ts';
export { resolver } from './resolver/resolver.ts';
export { onEvent } from './returns/on-event.ts';
export { sweep } from './sweep/sweep.ts';
export { worker } from './worker/worker.ts';
