import type { Ability, SpotKind } from '@lethe/core';
import { requiredText } from './abilities.ts';

/** What a column of a table is to a person who reads it. */
export interface ColumnKind {
  readonly kind: SpotKind;
  readonly label: string;
  /** Where it can do other than its kind. */
  readonly ability?: Ability;
}

const name: ColumnKind = { kind: 'dossier.title', label: 'name', ability: requiredText };

function field(label: string): ColumnKind {
  return { kind: 'dossier.field', label };
}

const described = { Name: name, Description: field('description') };

/** Columns of texts that are neither part of an account nor of a mail. A table that is not here is another extension's. */
export const columnKinds: Readonly<Record<string, Readonly<Record<string, ColumnKind>>>> = {
  Tickets: { Subject: { kind: 'dossier.title', label: 'subject' } },
  Attributes: { Content: field('attribute'), Description: field('description') },
  Links: { Base: field('link'), Target: field('link') },
  Articles: { Name: name, Summary: field('summary') },
  Assets: described,
  Catalogs: described,
  Classes: described,
  Topics: described,
  CustomFields: { ...described, EntryHint: field('hint') },
  CustomRoles: { ...described, EntryHint: field('hint') },
  CustomFieldValues: { ...described, Category: field('category') },
  Groups: described,
  Queues: { Description: field('description') },
};
