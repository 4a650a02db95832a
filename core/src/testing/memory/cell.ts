import type { Content, DossierId, MessageId, PersonId, SpotId, SpotKind } from '../../host.ts';
import { Personal } from '../../personal.ts';

/** What a cell of the memory host holds, as plain text. */
export type CellValue =
  | { readonly form: 'plain' | 'html'; readonly text: string }
  | { readonly form: 'list'; readonly items: readonly string[] }
  | { readonly form: 'file'; readonly name: string; readonly description: string; readonly inside: string }
  | { readonly form: 'access'; readonly open: boolean };

/** Whose sheet a cell is on. */
export type Owner =
  | { readonly type: 'person'; readonly id: PersonId }
  | { readonly type: 'dossier'; readonly id: DossierId }
  | { readonly type: 'message'; readonly id: MessageId };

/** One spot of the memory host. */
export interface Cell {
  readonly id: SpotId;
  readonly kind: SpotKind;
  readonly label: string;
  readonly owner: Owner;
  readonly value: CellValue;
  readonly holder?: PersonId;
  readonly about?: SpotKind;
}

/** What the port shows of a cell. */
export function contentOf(value: CellValue): Content {
  switch (value.form) {
    case 'plain':
    case 'html':
      return { form: value.form, text: Personal.of(value.text) };
    case 'list':
      return { form: 'list', items: value.items.map((item) => Personal.of(item)) };
    case 'file':
      return { form: 'file', name: Personal.of(value.name), description: Personal.of(value.description) };
    case 'access':
      return value;
  }
}

/** All that can be read in a cell, in one line a text. */
export function textsIn(value: CellValue): readonly string[] {
  switch (value.form) {
    case 'plain':
    case 'html':
      return [value.text];
    case 'list':
      return value.items;
    case 'file':
      return [value.name, value.description, value.inside];
    case 'access':
      return [];
  }
}
