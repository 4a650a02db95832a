import type { Taken } from './client.ts';

/** What some answers took, in milliseconds, and how many were none. */
export interface Figure {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** No answer, or one that is not 2xx. */
  readonly dropped: number;
}

/** What these came to. */
export function figureOf(taken: readonly Taken[]): Figure {
  const times = taken.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const at = (part: number): number =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0) * 10) / 10;
  const dropped = taken.filter(({ status }) => status < 200 || status > 299).length;
  return { requests: taken.length, p50: at(0.5), p99: at(0.99), most: at(1), dropped };
}

/** The same for each route. */
export function figuresByRoute(taken: readonly Taken[]): Readonly<Record<string, Figure>> {
  const routes = [...new Set(taken.map(({ route }) => route))].sort();
  return Object.fromEntries(routes.map((one) => [one, figureOf(taken.filter(({ route }) => route === one))]));
}

/** One figure of those a server tells Prometheus; not a number where there is none of that name. */
export function metricIn(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? NaN);
}
