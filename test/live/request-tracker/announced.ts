import type { ShownPlan } from '../shared/planning.ts';

/** Tables of RT in which text of each kind of spot lies, or is left behind by its steps. */
const tables: Readonly<Record<string, readonly string[]>> = {
  'person.access': ['AuthTokens', 'sessions'],
  'person.history': ['Transactions', 'Attributes', 'sessions'],
  'person.field': ['Users', 'ObjectCustomFieldValues', 'Transactions', 'Attributes'],
  'person.name': ['Transactions'],
  'person.email': ['Transactions'],
  'person.phone': ['Transactions', 'ObjectCustomFieldValues'],
  'dossier.title': ['Transactions'],
  'dossier.field': ['ObjectCustomFieldValues', 'Transactions', 'Attributes'],
  'dossier.history': ['Transactions', 'ObjectCustomFieldValues', 'sessions'],
  'message.subject': ['Attachments', 'Transactions'],
  'message.people': ['Attachments'],
  'message.body': ['Attachments'],
  attachment: ['Attachments'],
};

/** The tables in which the plan says something will be left. */
export function announcedTables({ plan: { gaps, remains } }: ShownPlan): ReadonlySet<string> {
  return new Set([...gaps, ...remains].flatMap(({ kind }) => tables[kind] ?? []));
}

/** The table of a place where the hunt found something: `Attachments` of `Attachments/12/Content: secret 3`. */
export function tableOf(hit: string): string {
  return hit.split('/')[0] ?? '';
}
