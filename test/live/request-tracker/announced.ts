import type { ShownPlan } from '../shared/planning.ts';

const mails = ['Attachments', 'Transactions'];
/** What REST neither shows nor searches. */
const unseen = ['Attributes', 'sessions', 'AuthTokens', 'Links', 'Articles', 'Assets', 'Classes', 'Groups', 'Queues'];
const fields = ['ObjectCustomFieldValues', 'CustomFields', 'CustomFieldValues'];

/** Tables of RT in which text of each kind of spot lies, or is left behind by its steps. */
const tables: Readonly<Record<string, readonly string[]>> = {
  'person.history': ['Transactions', 'cards of others', ...unseen, ...fields],
  'dossier.title': ['Tickets', 'Transactions'],
  'dossier.field': ['ObjectCustomFieldValues', 'Transactions'],
  'dossier.history': ['Transactions', 'ObjectCustomFieldValues', 'sessions'],
  'message.subject': mails,
  'message.envelope': mails,
  'message.copies': mails,
  'message.body': mails,
  attachment: mails,
};

/** The tables in which the plan says something will be left. */
export function announcedTables({ plan: { gaps, remains } }: ShownPlan): ReadonlySet<string> {
  return new Set([...gaps, ...remains].flatMap(({ kind }) => tables[kind] ?? []));
}

/** The table of a place where the hunt found something: `Attachments` of `Attachments/12/Content: secret 3`. Her own card is never announced. */
export function tableOf(hit: string, target: number): string {
  const [table = '', row] = hit.split('/');
  return table === 'Users' && row !== String(target) ? 'cards of others' : table;
}
