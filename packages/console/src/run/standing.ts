import type { components } from '../api/schema.ts';

/** Where a run is. */
export type Standing = components['schemas']['RunStanding'];

const states: readonly Standing['state'][] = [
  ...(['queued', 'running', 'stopped', 'done', 'done-with-gaps', 'superseded', 'called-off'] as const),
];
const phases: readonly NonNullable<Standing['phase']>[] = [
  ...(['reading', 'blanking', 'proving', 'closing', 'waiting-for-somebody'] as const),
];

/** Where a run is, from what a stream of the server sent; nothing where it cannot be read. */
export function standingFrom(data: string): Standing | undefined {
  const sent = objectIn(data);
  const state = states.find((one) => one === sent?.['state']);
  if (sent === undefined || state === undefined) return undefined;
  const phase = phases.find((one) => one === sent['phase']);
  return {
    ...{ state, stopAsked: sent['stopAsked'] === true, gaveUp: sent['gaveUp'] === true },
    ...(phase === undefined ? {} : { phase }),
    ...numbersIn(sent),
    ...textsIn(sent),
  };
}

function numbersIn(sent: Readonly<Record<string, unknown>>): Pick<Standing, 'done' | 'of' | 'share' | 'secondsLeft'> {
  const names = ['done', 'of', 'share', 'secondsLeft'] as const;
  const found: { -readonly [Name in (typeof names)[number]]?: number } = {};
  for (const name of names) {
    const value = sent[name];
    if (typeof value === 'number') found[name] = value;
  }
  return found;
}

function textsIn(sent: Readonly<Record<string, unknown>>): Pick<Standing, 'queuedFor' | 'waitingUntil'> {
  const { queuedFor, waitingUntil } = sent;
  return {
    ...(typeof queuedFor === 'string' ? { queuedFor } : {}),
    ...(typeof waitingUntil === 'string' ? { waitingUntil } : {}),
  };
}

function objectIn(data: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(data);
    return isObject(read) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether nothing more happens to a run by itself. */
export function isOver(state: Standing['state']): boolean {
  return state !== 'queued' && state !== 'running';
}
