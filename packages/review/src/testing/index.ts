/** Second door of the review, for tests alone: a desk in memory, and the locks several desks share. */
export * from './desk-in-memory.ts';
export * from './lock-room.ts';
export * from './stand-in.ts';
