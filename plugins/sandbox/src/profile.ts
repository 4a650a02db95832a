import type { Can, Cannot, HostProfile, Verb } from '@lethe/core';

const source = 'plugins/sandbox/README.md#what-it-can-do';

/** The titles of archived tickets: they also stand in the archive's index, which takes no changes. */
export const frozenTitle: Cannot = {
  can: 'nothing',
  because: 'The ticket is archived, and the index of the archive takes no changes.',
  instead: 'Take the ticket out of the archive, run again, and archive it again.',
  source: 'plugins/sandbox/README.md#its-limits',
};

/** Mails that came through the old mail gateway: it has written down who sent them to whom. */
export const loggedByGateway: Can = {
  can: ['clear', 'cut', 'set'],
  provable: true,
  remains: 'The log of the old mail gateway, which is not part of the help desk.',
  source: 'plugins/sandbox/README.md#its-limits',
};

/** A secondary address is a line of its own: it is taken away, not emptied. */
export const removableOnly: Can = { can: ['remove'], provable: true, source };

const text = can('cut', 'clear', 'set');

/** Titles, descriptions and fields of tickets that somebody follows. */
export const toldToFollowers: Can = { ...text, sideEffect: 'Mails everybody who still follows the ticket.' };

/** What the sandbox can do: as much as a good host, with the limits of one. */
export const profile: HostProfile = {
  id: 'sandbox',
  name: 'Sandbox help desk',
  words: { person: 'user', dossier: 'ticket', message: 'mail' },
  scopes: ['person', 'dossier', 'mention', 'everything'],
  everybody: { can: 'list', source },
  abilities: {
    'person.name': can('set', 'cut'),
    'person.email': can('clear', 'set', 'remove'),
    'person.login': can('set', 'clear'),
    'person.phone': can('clear', 'set'),
    'person.photo': can('remove'),
    'person.field': can('clear', 'cut', 'set'),
    'person.history': can('clear', 'cut'),
    'person.access': can('close'),
    'person.record': kept('users'),
    'dossier.title': text,
    'dossier.description': text,
    'dossier.field': text,
    'dossier.people': can('remove'),
    'dossier.history': can('clear', 'cut'),
    'dossier.record': kept('tickets'),
    'message.subject': text,
    'message.body': text,
    'message.copies': can('clear', 'cut', 'set'),
    'message.envelope': can('clear', 'cut', 'set'),
    attachment: can('remove'),
  },
};

function kept(what: string): Cannot {
  return { can: 'nothing', because: `The sandbox deletes no ${what}: they are counted.`, source };
}

function can(...verbs: [Verb, ...Verb[]]): Can {
  return { can: verbs, provable: true, source };
}
