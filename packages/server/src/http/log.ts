import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { Log } from '../ground.ts';

/** Fields a log line may have: ids, counts and words of ours. Whatever else is handed over is left out. */
const allowed = [
  ...['reqId', 'method', 'route', 'status', 'milliseconds', 'operator', 'code', 'id', 'why', 'kind', 'failure'],
  ...[
    'host',
    'run',
    'plan',
    'step',
    'outcome',
    'state',
    'count',
    'worker',
    'job',
    'schedule',
    'port',
    'version',
    'right',
  ],
] as const;
const allowedFields: ReadonlySet<string> = new Set(allowed);

/**
 * A log of one JSON object a line. It keeps fields by name and only where they are short texts, numbers or truth values; an
 * error gives its class and code, never its text, which may hold what a host or a driver said.
 */
export function logTo(stream: DestinationStream, level: string): Log {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), bindings: kept, log: kept },
      // The framework hands requests, answers and errors over under these names.
      serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    },
    stream,
  );
  return ofKeptFields(log);
}

/** What a part of the server adds to all its lines is no less allow-listed; pino's own formatters pass that by. */
function ofKeptFields(log: Logger): Logger {
  return new Proxy(log, {
    get: (target, name): unknown => {
      if (name !== 'child') return Reflect.get(target, name, target);
      return (fields: Readonly<Record<string, unknown>>) => ofKeptFields(target.child(kept(fields)));
    },
  });
}

function kept(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, value]): readonly [string, unknown][] => {
    if (name === 'err' || name === 'error') return [['failure', failureOf(value)]];
    return allowedFields.has(name) && isPlain(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= 128;
  return typeof value === 'number' || typeof value === 'boolean';
}

/** `StorageError unreachable`, `TypeError`: which kind of failure it was, without a word of it. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error';
  const code = 'code' in error && typeof error.code === 'string' && /^[\w-]{1,40}$/.test(error.code) ? error.code : '';
  return `${error.constructor.name} ${code}`.trim();
}
