import { z } from 'zod';
import { variable } from './variable.ts';

const loopback = z.union(
  [z.literal('127.0.0.1'), z.literal('::1')],
  'metrics by themselves are for this machine alone',
);

/** Figures for Prometheus: to whoever has the token, or on a port of this machine. Neither: none. */
export const metricsSchema = z.strictObject({
  /** At `/metrics` of the server, with this token as the bearer. */
  tokenFrom: variable.optional(),
  /** On a port by itself, without a token. */
  listen: z
    .strictObject({ host: loopback.default('127.0.0.1'), port: z.number().int().min(0).max(65_535).default(9484) })
    .optional(),
  /** Tell hosts apart by their names in the settings; without it by their kind. */
  hostNames: z.boolean().default(false),
});

/** Figures for Prometheus, and who gets them. */
export type MetricsSettings = Readonly<z.output<typeof metricsSchema>>;

/** What is logged: lines of fixed words and allow-listed fields, on standard error. */
export const logsSchema = z.strictObject({
  level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** How long the server may take to leave: requests are answered and runs stop between two calls. */
export const shutdownSecondsSchema = z.number().int().min(1).max(600).default(30);

/** How much workers take on. */
export const workerSchema = z.strictObject({
  /** Runs one process carries out at a time. */
  runsAtOnce: z.number().int().min(1).max(200).default(8),
  /** Runs at one host at a time, of all workers together. */
  runsAtHost: z.number().int().min(1).max(200).default(4),
});
