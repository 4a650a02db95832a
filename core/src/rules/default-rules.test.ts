import { describe, expect, it } from '@jest/globals';
import { spotKinds } from '../host.ts';
import type { SpotKind } from '../host.ts';
import { defaultRules } from './default-rules.ts';
import { parseRules } from './parse-rules.ts';
import { roles } from './rules.ts';
import type { Role } from './rules.ts';

/** What becomes of each kind in each role: `b`lank, `c`ut, `-` keep; in the order of `roles`. */
const table: Readonly<Record<SpotKind, string>> = {
  //                      own, author, recipient, copied, attendee, opened-by-mail, opened, about, named-in-mail, mentioned, uninvolved
  'person.name': 'b----------',
  'person.email': 'b----------',
  'person.login': 'b----------',
  'person.phone': 'b----------',
  'person.photo': 'b----------',
  'person.field': 'b--------c-',
  'person.history': 'b--------c-',
  'person.access': 'b----------',
  'person.record': 'b----------',
  'dossier.title': '-----bc--c-',
  'dossier.description': '-----bc--c-',
  'dossier.field': 'b----cc--c-',
  'dossier.people': 'b----------',
  'dossier.history': 'b----cc--c-',
  'dossier.record': '-----bb----',
  'message.subject': '-bbbb--cbc-',
  'message.body': '-bbbb--cbc-',
  'message.copies': '-bbbb--cbc-',
  'message.envelope': '-bbbb--cbc-',
  attachment: 'bbbbbbbbbb-',
};

describe('the default rules', () => {
  it.each(spotKinds)('treat %s in each role as docs/requirements.md says', (kind) => {
    const letter = (role: Role): string =>
      ({ blank: 'b', cut: 'c', keep: '-' })[defaultRules.spots[kind][role] ?? 'keep'];

    expect(roles.map(letter).join('')).toBe(table[kind]);
  });

  it('HD-08 name the account exactly Anonymized, and everybody the same', () => {
    expect(defaultRules.replacement).toEqual({
      name: 'Anonymized',
      nameFor: {},
      mention: 'Anonymized',
      text: '[Anonymized]',
      login: 'anonymized-{unique}',
      address: 'anonymized-{unique}@anonymized.invalid',
    });
  });

  it('HD-14 empty whole lists of copies, and take a channel nobody knows for mail', () => {
    const { copies, unknownChannelIsMail, wholeMessageChannels, onlyRemovable } = defaultRules;

    expect({ copies, unknownChannelIsMail, wholeMessageChannels, onlyRemovable }).toEqual({
      copies: 'whole-list',
      unknownChannelIsMail: true,
      wholeMessageChannels: ['mail', 'chat'],
      onlyRemovable: 'gap',
    });
  });

  it('are what an empty file of a customer means', () => {
    expect(parseRules({})).toEqual(defaultRules);
    expect(defaultRules).toMatchObject({ version: 1, name: 'default', confirmation: 'ANONYMIZE' });
  });
});
