import type { Event } from './changing.ts';
import type { Ticket } from './records.ts';

/** What became of one property: its new value and how the audit writes that. */
export interface Change {
  readonly values: Partial<Ticket>;
  readonly events: readonly Event[];
}
