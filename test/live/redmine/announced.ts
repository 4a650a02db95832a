import type { Held } from '../shared/held.ts';
import type { ShownPlan } from '../shared/planning.ts';

/** Tables of Redmine in which text of each kind of spot lies, or is left behind by its steps. */
const tables: Readonly<Record<string, readonly string[]>> = {
  'person.email': ['email_addresses'],
  'person.access': ['tokens'],
  'person.history': [
    ...['users', 'user_preferences', 'imports', 'import_items', 'tmp', 'queries'],
    ...[
      'issue_categories',
      'versions',
      'boards',
      'wiki_pages',
      'wiki_redirects',
      'wiki_contents',
      'wiki_content_versions',
      'settings',
    ],
  ],
  'dossier.title': ['journal_details', 'documents', 'changesets'],
  'dossier.description': ['journal_details', 'documents'],
  'dossier.field': ['journal_details'],
  'dossier.history': ['journal_details'],
  'message.body': ['comments', 'messages', 'documents', 'changesets'],
  attachment: ['attachments', 'files', 'journal_details'],
};

/** The tables in which the plan says something will be left. */
export function announcedTables({ plan: { gaps, remains } }: ShownPlan): ReadonlySet<string> {
  return new Set([...gaps, ...remains].flatMap(({ kind }) => tables[kind] ?? []));
}

/** The table of a place where the hunt found something: `journals` of `journals/12/notes: secret 3`. A version's fields count as its own. */
export function tableOf(hit: string, dump: readonly Held[]): string {
  const [table = '', row = ''] = hit.split('/');
  const holder = dump.find(({ at }) => at === `${table}/${row}/customized_type`)?.text;
  return table === 'custom_values' && holder === 'Version' ? 'versions' : table;
}
