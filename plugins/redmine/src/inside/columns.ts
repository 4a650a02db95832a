import type { Ability, SpotKind } from '@lethe/core';
import { copyOfCommit, optionalText, pageTitle, requiredText } from './abilities.ts';

/** What a column of a table is to a person who reads it. */
export interface ColumnKind {
  readonly kind: SpotKind;
  readonly label: string;
  /** Where it can do other than its kind. */
  readonly ability?: Ability;
  /** With history: what it is an old text of. */
  readonly about?: SpotKind;
}

const name: ColumnKind = { kind: 'dossier.title', label: 'name', ability: requiredText };
const description: ColumnKind = { kind: 'dossier.description', label: 'description', ability: optionalText };

function field(label: string): ColumnKind {
  return { kind: 'dossier.field', label, ability: optionalText };
}

/** Columns of texts that are not part of an account. A table that is not here is another plugin's. */
export const columnKinds: Readonly<Record<string, Readonly<Record<string, ColumnKind>>>> = {
  issues: {
    subject: { kind: 'dossier.title', label: 'subject' },
    description: { kind: 'dossier.description', label: 'description' },
  },
  journals: { notes: { kind: 'message.body', label: 'note' } },
  journal_details: {
    old_value: { kind: 'dossier.history', label: 'old value' },
    value: { kind: 'dossier.history', label: 'new value' },
  },
  time_entries: { comments: { kind: 'message.body', label: 'comment', ability: optionalText } },
  wiki_pages: { title: { kind: 'dossier.title', label: 'title', ability: pageTitle } },
  wiki_redirects: { title: { ...field('old title'), ability: requiredText }, redirects_to: field('redirection') },
  wiki_contents: {
    text: { kind: 'dossier.description', label: 'text', ability: optionalText },
    comments: field('comment'),
  },
  wiki_content_versions: {
    data: { kind: 'dossier.history', label: 'text', about: 'dossier.description' },
    comments: { kind: 'dossier.history', label: 'comment', about: 'dossier.field' },
  },
  news: {
    title: { ...name, label: 'title' },
    summary: field('summary'),
    description: { ...description, label: 'text' },
  },
  comments: { content: { kind: 'message.body', label: 'comment', ability: optionalText } },
  boards: { name, description: { ...description, ability: requiredText } },
  messages: {
    subject: { kind: 'message.subject', label: 'subject' },
    content: { kind: 'message.body', label: 'text', ability: optionalText },
  },
  documents: { title: { ...name, label: 'title' }, description },
  changesets: {
    comments: { kind: 'message.body', label: 'commit message', ability: copyOfCommit },
    committer: { kind: 'message.envelope', label: 'committer', ability: copyOfCommit },
  },
  projects: { name, description, homepage: field('homepage') },
  versions: { name, description: field('description'), wiki_page_title: field('wiki page') },
  issue_categories: { name },
  enumerations: { name },
  issue_statuses: { name },
  trackers: { name, description: field('description') },
  roles: { name },
  custom_field_enumerations: { name },
  custom_fields: { name, default_value: field('default value'), description: field('description') },
  settings: { value: field('text') },
  queries: { name, filters: field('filters') },
  /** Groups: accounts of people are read otherwise. */
  users: { lastname: { ...name, label: 'name of group' } },
};
