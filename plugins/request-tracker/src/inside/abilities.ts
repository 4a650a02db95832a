import type { Ability, Can, SpotKind } from '@lethe/core';
import { keptAccount, keptTicket, noPictures } from '../kept-records.ts';

const part = 'plugins/request-tracker/native/README.md';

function can(...verbs: Can['can']): Can {
  return { can: verbs, provable: true, source: part };
}

/** What RT can do with Lethe's part installed: no mail is sent, no transaction is written. */
export const insideAbilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': can('set', 'clear'),
  'person.email': can('clear', 'set'),
  'person.login': can('set'),
  'person.phone': can('clear', 'set', 'cut'),
  'person.photo': noPictures,
  'person.field': can('clear', 'set', 'cut'),
  'person.history': can('clear', 'cut', 'set'),
  'person.access': can('close'),
  'person.record': keptAccount,
  'dossier.title': can('set', 'clear', 'cut'),
  'dossier.description': {
    can: 'nothing',
    because: 'Tickets have no description: what opened a ticket is its first message.',
    source: part,
  },
  'dossier.field': can('clear', 'set', 'cut'),
  'dossier.people': can('remove'),
  'dossier.history': can('clear', 'set', 'cut'),
  'dossier.record': keptTicket,
  'message.subject': can('clear', 'set', 'cut'),
  'message.body': can('clear', 'set', 'cut'),
  'message.copies': can('clear', 'cut'),
  // What only tells how to read the mail, and how it came in, stays: reports and the next run go by it.
  'message.envelope': can('clear', 'cut'),
  attachment: can('remove'),
};

/** Rows that can only go as a whole. */
export const wholeRow: Ability = can('remove');

/** Texts that may not be empty. */
export const requiredText: Ability = can('set', 'cut');

/** What Lethe's part refuses to touch. */
export const notOurs: Ability = {
  can: 'nothing',
  because: "It is not in the list of what Lethe's part in Request Tracker may change.",
  instead: 'Change it by hand where it was entered, e.g. in the settings, or in the extension it belongs to.',
  source: part,
};

/** What somebody searched for last is kept with their session. */
export const othersSession: Ability = {
  can: 'nothing',
  because: "A colleague's session keeps what was searched for or looked at last.",
  instead: 'Have them sign out, or remove old sessions with rt-clean-sessions.',
  source: 'https://docs.bestpractical.com/rt/5.0.3/rt-clean-sessions.html',
};
