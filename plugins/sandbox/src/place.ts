import type { Ability, Content, SpotKind } from '@lethe/core';
import { Personal } from '@lethe/core';
import type { StoredMessage } from './schema.ts';

/** What a place holds, unwrapped: this is the sandbox's own inside. */
export type Held =
  | { readonly form: 'plain' | 'html'; readonly text: string }
  | { readonly form: 'list'; readonly items: readonly string[] }
  | { readonly form: 'file'; readonly name: string; readonly description: string }
  | { readonly form: 'access'; readonly open: boolean };

/** What can be written: a text, or a list. */
export type Written = string | readonly string[];

/** A spot seen from the inside: where on a ticket or card it is, and how to read and change that sheet in memory. */
export interface Place {
  /** Unique on its sheet, for good. */
  readonly key: string;
  readonly kind: SpotKind;
  readonly label: string;
  /** The message it is a part of. */
  readonly message?: StoredMessage;
  /** The account it refers to. */
  readonly holder?: string;
  /** With a change log: the kind whose old values it keeps. */
  readonly about?: SpotKind;
  /** Only where it can do less than its kind. */
  readonly ability?: Ability;
  readonly read: () => Held;
  readonly put?: (value: Written) => void;
  /** Takes the thing itself away, or closes it. */
  readonly drop?: () => void;
}

/** A place as it stands when its spot is shown. */
export function contentOf(held: Held): Content {
  switch (held.form) {
    case 'plain':
    case 'html':
      return { form: held.form, text: Personal.of(held.text) };
    case 'list':
      return { form: 'list', items: held.items.map((item) => Personal.of(item)) };
    case 'file':
      return {
        form: 'file',
        name: Personal.of(held.name),
        ...(held.description === '' ? {} : { description: Personal.of(held.description) }),
      };
    case 'access':
      return held;
  }
}

/** Lists with nothing on them are not worth a line in a listing; read again by number they are still there. */
export function isEmptyList(held: Held): boolean {
  return held.form === 'list' && held.items.length === 0;
}

/** The value as a text; a list becomes one line. */
export function asText(value: Written): string {
  return typeof value === 'string' ? value : value.join(', ');
}

/** The value as a list; a text becomes its only entry, an empty one none. */
export function asList(value: Written): string[] {
  if (typeof value !== 'string') return [...value];
  return value === '' ? [] : [value];
}
