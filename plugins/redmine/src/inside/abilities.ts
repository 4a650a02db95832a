import type { Ability, Can, SpotKind } from '@lethe/core';
import { keptAccount, keptIssue } from '../kept-records.ts';

const part = 'plugins/redmine/native/README.md';
const code = 'https://www.redmine.org/projects/redmine/repository/svn/entry/branches/5.0-stable/';

function can(...verbs: Can['can']): Ability {
  return { can: verbs, provable: true, source: part };
}

/** What Redmine can do with Lethe's part installed: no mail is sent, no history is written. */
export const insideAbilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': {
    can: ['set'],
    provable: true,
    sideEffect: "Redmine insists on a last name: it becomes '-' where the new name is one word.",
    source: `${code}app/models/user.rb`,
  },
  'person.email': can('set'),
  'person.login': can('set'),
  'person.phone': can('clear', 'set', 'cut'),
  'person.photo': {
    can: 'nothing',
    because: 'Redmine keeps no pictures of people; Gravatar finds them by the address.',
    source: `${code}app/helpers/avatars_helper.rb`,
  },
  'person.field': can('clear', 'set', 'cut'),
  'person.history': can('clear'),
  'person.access': can('close'),
  'person.record': keptAccount,
  'dossier.title': can('set', 'cut'),
  'dossier.description': can('clear', 'set', 'cut'),
  'dossier.field': can('clear', 'set', 'cut'),
  'dossier.people': can('remove'),
  'dossier.history': can('clear', 'set', 'cut'),
  'dossier.record': keptIssue,
  'message.subject': can('set', 'cut'),
  // Redmine does not show an empty note that has no changes: to a reader there would be one note less.
  'message.body': can('set', 'cut'),
  'message.copies': {
    can: 'nothing',
    because: 'Redmine keeps no list of who a mail went to; people in copy become watchers.',
    source: `${code}app/models/mail_handler.rb`,
  },
  'message.envelope': can('clear', 'cut'),
  attachment: can('remove'),
};

/** Texts that may be empty. */
export const optionalText: Ability = can('clear', 'set', 'cut');

/** Texts that may not be empty. */
export const requiredText: Ability = can('set', 'cut');

/** Rows that can only go as a whole. */
export const wholeRow: Ability = can('remove');

/** A commit's text: Redmine holds a copy. */
export const copyOfCommit: Ability = {
  can: ['clear', 'set', 'cut'],
  provable: true,
  remains: 'the repository itself, of which Redmine shows a copy',
  source: part,
};

/** A wiki page's title is in its address. */
export const pageTitle: Ability = {
  can: ['set', 'cut'],
  provable: true,
  sideEffect: 'Links to the wiki page under its old title lead nowhere.',
  source: part,
};

/** What Lethe's part refuses to touch. */
export const notOurs: Ability = {
  can: 'nothing',
  because: "It is not in the list of what Lethe's part in Redmine may change.",
  instead: 'Change it by hand where it was entered, e.g. in the settings, or in the plugin it belongs to.',
  source: part,
};
