import { customFields } from './api.ts';
import type { Line } from './ask.ts';
import type { Field } from './schema.ts';
import type { FieldSort } from './views.ts';

/** Types of fields that hold what somebody typed, and can be empty. */
const typed = ['String', 'LongText', 'Email', 'Phone'];
/** Types whose values an administrator made. */
const listed = ['Boolean', 'ValueSelect', 'MultiValueSelect'];

/** What a host object remembers of its organization. In memory only. */
export class Known {
  readonly #line: Line;
  readonly #anonymized = new Set<string>();
  #sorts: ReadonlyMap<string, FieldSort> | undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  /** Takes the fields `preflight` read just now. */
  take(fields: readonly Field[]): void {
    this.#sorts = new Map(fields.map(({ id, fieldType }) => [id, sortBy(fieldType)]));
  }

  /** Which fields are emptied how. One that is not known, as it was made a moment ago, is taken for one that cannot be empty. */
  async fields(): Promise<(field: { readonly id: string }) => FieldSort> {
    if (this.#sorts === undefined) this.take(await customFields(this.#line));
    return ({ id }) => this.#sorts?.get(id) ?? 'never-empty';
  }

  /** Notes that Ashby said it has anonymized a candidate. */
  anonymized(candidate: string): void {
    this.#anonymized.add(candidate);
  }

  /** Whether Ashby said so before: what is still there then, it leaves. */
  saidAnonymized(candidate: string): boolean {
    return this.#anonymized.has(candidate);
  }
}

function sortBy(type: string): FieldSort {
  if (typed.includes(type)) return 'text';
  return listed.includes(type) ? 'chosen' : 'never-empty';
}
