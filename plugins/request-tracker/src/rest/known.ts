import * as api from '../api.ts';
import type { Transport } from '../call.ts';
import type { FieldDefinition } from '../schema.ts';

/** What has to be known about this RT before its rows can be read rightly. */
export interface Known {
  /** Definitions of custom fields by number. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly ticketFields: readonly FieldDefinition[];
}

/** Definitions of custom fields, kept for readings that only need to know what a field is. */
export class KnownOnce {
  readonly #transport: Transport;
  #known: Known | undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Read now. */
  async fresh(): Promise<Known> {
    const definitions = await api.fieldDefinitions(this.#transport);
    this.#known = {
      fields: new Map(definitions.map((field) => [field.id, field])),
      ticketFields: definitions.filter(({ LookupType }) => LookupType === 'RT::Queue-RT::Ticket'),
    };
    return this.#known;
  }

  /** As read last. */
  async latest(): Promise<Known> {
    return this.#known ?? this.fresh();
  }
}
