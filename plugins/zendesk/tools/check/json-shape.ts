/** A JSON object nobody has looked into yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object, arrays excepted. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one if it is none. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects of a list; none if it is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value as text; an empty one if it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** How many entries a list has; none if it is no list. */
export function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** The names an object lacks, of those it must have. */
export function missingIn(object: JsonObject, names: readonly string[]): string[] {
  return names.filter((name) => object[name] === undefined || object[name] === null);
}
