import { refusal } from './answer.ts';
import type { Refusal } from './answer.ts';

/** A custom entity as the manifest declares it under `app.storage.entities`. */
export interface EntityDeclaration {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes?: readonly (string | NamedIndex)[];
}

/** An index over more than one attribute. */
export interface NamedIndex {
  readonly name: string;
  readonly range: readonly string[];
  readonly partition?: readonly string[];
}

/** The types an attribute may have. */
export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

const fits: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  // An entity's string must hold something else than blanks.
  string: (value) => typeof value === 'string' && value.trim() !== '',
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31 - 1,
  float: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  any: (value) => value !== undefined,
};

/** What is wrong with a value as an entity of this name: types are enforced strictly. */
export function entityFault(known: readonly EntityDeclaration[], name: string, value: unknown): Refusal | undefined {
  const declared = known.find((one) => one.name === name);
  if (declared === undefined) return refusal('INVALID_ENTITY_NAME');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refusal('INVALID_ENTITY_VALUE');
  const wrong = Object.entries(value).some(([attribute, held]) => {
    const type = declared.attributes[attribute]?.type;
    return type === undefined || !fits[type](held);
  });
  return wrong ? refusal('INVALID_ENTITY_VALUE') : undefined;
}

/** The index of this name; one over a single attribute goes by that attribute's name. */
export function indexOf(
  known: readonly EntityDeclaration[],
  { entityName, indexName }: { readonly entityName: string; readonly indexName: string },
): NamedIndex | undefined {
  if (indexName === 'by-key') return { name: indexName, range: [] };
  const indexes = known.find(({ name }) => name === entityName)?.indexes ?? [];
  return indexes
    .map((index) => (typeof index === 'string' ? { name: index, range: [index] } : index))
    .find(({ name }) => name === indexName);
}
