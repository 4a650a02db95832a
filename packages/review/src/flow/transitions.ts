import type { FlowState } from './state.ts';

/** The name of a state. */
export type StateName = FlowState['at'];

/** What an operation that shows a stored run, or fails to, may end in. */
const shown = ['blocked', 'stopped', 'finished', 'trouble'] as const;

/** From each state, those it may lead to: nothing else ever happens. From all but `looking` and `running` a run may be resumed. */
export const transitions: Readonly<Record<StateName, readonly StateName[]>> = {
  idle: ['looking', 'running', ...shown],
  looking: ['looking', 'idle', 'blocked', 'reviewed', 'trouble'],
  blocked: ['looking', 'running', ...shown],
  reviewed: ['looking', 'reviewed', 'running', ...shown],
  running: ['running', 'stopped', 'finished', 'trouble'],
  stopped: ['looking', 'running', ...shown],
  finished: ['looking', 'running', ...shown],
  trouble: ['looking', 'running', ...shown],
};
