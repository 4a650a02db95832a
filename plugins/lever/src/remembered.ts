import type { Personal } from '@lethe/core';
import type { Opportunity } from './schema.ts';

/** As many opportunities as are held at most; of others the opportunity is read again before it is changed. */
const MOST = 5_000;

/** What the latest readings showed, for calls that name what is to go. In memory only; what came in first is forgotten first. */
export class Remembered {
  readonly #opportunities = new Map<string, Opportunity>();

  take(opportunity: Opportunity): void {
    this.#opportunities.delete(opportunity.id);
    this.#opportunities.set(opportunity.id, opportunity);
    for (const id of this.#opportunities.keys()) {
      if (this.#opportunities.size <= MOST) return;
      this.#opportunities.delete(id);
    }
  }

  tags(opportunity: string): readonly Personal[] | undefined {
    return this.#opportunities.get(opportunity)?.tags;
  }

  /** Opportunities of a contact as last seen. */
  of(contact: string): readonly Opportunity[] {
    return [...this.#opportunities.values()].filter((one) => one.contact === contact);
  }
}
