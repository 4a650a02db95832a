import type { Rules } from './rules.ts';

const own = { own: 'blank' } as const;
const mail = {
  author: 'blank',
  recipient: 'blank',
  copied: 'blank',
  attendee: 'blank',
  'named-in-mail': 'blank',
} as const;

/**
 * Whole mails are blanked by participant and by content, company and tallies are kept, the name becomes "Anonymized".
 * Rows HD-01 to HD-17 of docs/requirements.md.
 */
export const defaultRules: Rules = {
  version: 1,
  name: 'default',
  replacement: {
    name: 'Anonymized',
    nameFor: {},
    mention: 'Anonymized',
    text: '[Anonymized]',
    login: 'anonymized-{unique}',
    address: 'anonymized-{unique}@anonymized.invalid',
  },
  confirmation: 'ANONYMIZE',
  wholeMessageChannels: ['mail', 'chat'],
  unknownChannelIsMail: true,
  copies: 'whole-list',
  onlyRemovable: 'gap',
  about: {},
  spots: {
    'person.name': own,
    'person.email': own,
    'person.login': own,
    'person.phone': own,
    'person.photo': own,
    'person.field': { own: 'blank', mentioned: 'cut' },
    'person.history': { own: 'blank', mentioned: 'cut' },
    'person.access': own,
    'person.record': own,
    'dossier.title': { 'opened-by-mail': 'blank', opened: 'cut', mentioned: 'cut' },
    'dossier.description': { 'opened-by-mail': 'blank', opened: 'cut', mentioned: 'cut' },
    'dossier.field': { own: 'blank', 'opened-by-mail': 'cut', opened: 'cut', mentioned: 'cut' },
    'dossier.people': own,
    'dossier.history': { own: 'blank', 'opened-by-mail': 'cut', opened: 'cut', mentioned: 'cut' },
    'dossier.record': { 'opened-by-mail': 'blank', opened: 'blank' },
    'message.subject': { ...mail, about: 'cut', mentioned: 'cut' },
    'message.body': { ...mail, about: 'cut', mentioned: 'cut' },
    'message.copies': { ...mail, about: 'cut', mentioned: 'cut' },
    'message.envelope': { ...mail, about: 'cut', mentioned: 'cut' },
    attachment: {
      own: 'blank',
      ...mail,
      'opened-by-mail': 'blank',
      opened: 'blank',
      about: 'blank',
      mentioned: 'blank',
    },
  },
  places: [],
  byHand: { days: 30, remindAfterDays: 7 },
};
