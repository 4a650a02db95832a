/** A message of the app framework, as the SDK writes them: JSON in a string. */
export interface AppMessage {
  readonly key?: string;
  readonly id?: number;
  readonly request?: 'get' | 'set' | 'invoke';
  readonly params?: unknown;
  readonly message?: unknown;
  readonly instanceGuid?: string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The value as a record; an empty one if it is none. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** Reads what an app posted; nothing if it is no message of the framework. */
export function messageIn(data: unknown): AppMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value at a path such as `ticket.requester.id`; an error as the framework words it where there is none. */
export function valueAt(
  values: Readonly<Record<string, unknown>>,
  path: string,
): { value: unknown } | { error: object } {
  let value: unknown = values;
  for (const step of path.split('.')) {
    if (!isRecord(value) || !(step in value))
      return { error: { name: 'APIPathError', message: `"${path}" No such Api`, path } };
    value = value[step];
  }
  return { value };
}
