import type { Spot, SpotId } from '@lethe/core';
import type { Field } from './fields/field.ts';
import { fieldCalled } from './fields/field.ts';
import { placeOf } from './place.ts';

/**
 * Which spots go with which field of a candidate, as last seen, and which of them a run wants gone: one field goes with all of its
 * spots or not at all. In memory only, and never a text.
 */
export class Remembered {
  readonly #holding = new Map<string, Map<Field, Set<SpotId>>>();
  readonly #wanted = new Set<SpotId>();

  /** Takes what was read: only spots that hold something count. */
  see(candidate: string, spots: readonly Pick<Spot, 'id' | 'content'>[]): void {
    const holding = new Map<Field, Set<SpotId>>();
    for (const { id, content } of spots) {
      const field = fieldCalled(placeOf(id)?.part ?? '');
      if (field === undefined || isEmpty(content)) continue;
      holding.set(field, (holding.get(field) ?? new Set()).add(id));
    }
    this.#holding.set(candidate, holding);
  }

  want(spots: readonly SpotId[]): void {
    for (const spot of spots) this.#wanted.add(spot);
  }

  knows(candidate: string): boolean {
    return this.#holding.has(candidate);
  }

  /** Whether a field would take along what no step is about. */
  takesMore(candidate: string, field: Field): boolean {
    return [...(this.#holding.get(candidate)?.get(field) ?? [])].some((spot) => !this.#wanted.has(spot));
  }
}

function isEmpty(content: Spot['content']): boolean {
  if (content.form === 'list') return content.items.length === 0;
  return content.form === 'plain' && content.text.isBlank;
}
