/** A value of the framework as an object, if it is one. */
export function recordIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

/** The number of what has one. Ids are above 2^31, and below 2^53. */
export function idIn(value: unknown): number | undefined {
  const id = Number(recordIn(value)?.['id'] ?? Number.NaN);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** A text among values read by path. */
export function textIn(values: Readonly<Record<string, unknown>>, path: string): string | undefined {
  const value = values[path];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
