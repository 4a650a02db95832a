import type { Right } from '../session/use-session.ts';

/** A settings document as the server answers it. */
export type Written = Readonly<Record<string, unknown>>;

/** Every right there is, in the order of the server. */
export const allRights = [
  'preview',
  'run',
  'bulk',
  'approve',
  'configure',
  'read-ledger',
] as const satisfies readonly Right[];

/** A part of a document. */
export function partOf(document: Written, name: string): Written {
  const part = document[name];
  return isWritten(part) ? part : {};
}

/** A text of a document. */
export function textOf(document: Written, name: string): string {
  const text = document[name];
  return typeof text === 'string' ? text : '';
}

/** A list of texts in a document. */
export function textsOf(document: Written, name: string): string[] {
  const texts: unknown = document[name];
  return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === 'string') : [];
}

/** For whom anonymizing exists: the groups, none where it is off. */
export function activeFor(permissions: Written): string[] {
  return textsOf(permissions, 'activation');
}

/** The rights of each group. */
export function grantsOf(permissions: Written): ReadonlyMap<string, readonly Right[]> {
  const grants = partOf(permissions, 'grants');
  return new Map(
    Object.keys(grants).map((group) => [group, allRights.filter((right) => textsOf(grants, group).includes(right))]),
  );
}

/** The document with the rights of groups as they are now, and whom it exists for. */
export function permissionsFrom(groups: readonly string[], grants: ReadonlyMap<string, readonly Right[]>): Written {
  return { activation: groups.length === 0 ? 'off' : [...groups], grants: Object.fromEntries(grants) };
}

function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
