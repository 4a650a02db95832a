import { describe, expect, it } from '@jest/globals';
import type { Channel, Content, Message, Spot } from '../host.ts';
import { ada, bystander, decidingOf, dossierOf, file, hidden, html, list, messageOf } from '../testing/spots.ts';
import { personals, plain, spotOf } from '../testing/spots.ts';
import { endUser } from '../testing/guard-facts.ts';
import { defaultRules } from './default-rules.ts';
import { isMail, isWhole, namesInMail, roleIn } from './role.ts';
import type { Role, Rules } from './rules.ts';

const subject = decidingOf();
const text = plain('See you on Monday.');
const address = 'ada.king@lovelace.test';

function roleOf(spot: Spot, changes: Partial<Rules> = {}): Role {
  return roleIn(spot, { ...subject, rules: { ...defaultRules, ...changes } });
}

function bodyOf(message: Partial<Message>, content: Content = text): Spot {
  return spotOf('message.body', content, { of: messageOf(message) });
}

describe('roleIn', () => {
  it.each<[string, Partial<Message>, Role]>([
    ['HD-07 reporter: wrote it with their account', { author: ada.id }, 'author'],
    ['HD-07 reporter: wrote it from their address', { from: personals('Ada King <ADA.KING@lovelace.test>') }, 'author'],
    ['HD-07 recipient: the host names their account', { recipients: [bystander, ada.id] }, 'recipient'],
    ['HD-07 recipient: stands in To', { to: personals('bo@lovelace.test', address) }, 'recipient'],
    ['HD-07 recipient in copy: stands in CC', { copies: personals('bo@lovelace.test', address) }, 'copied'],
    ['HD-07 attendee: was invited', { attendees: personals('bo@lovelace.test', address) }, 'attendee'],
    ['stands on no list', { to: personals('bo@lovelace.test') }, 'uninvolved'],
    ['only somebody with a longer address is on it', { to: personals(`x${address}`) }, 'uninvolved'],
  ])('%s', (_what, message, role) => {
    expect(roleOf(bodyOf(message))).toBe(role);
  });

  it.each<[string, Partial<Message>, Role]>([
    ['a note of others about the person', { channel: 'note', about: ada.id }, 'about'],
    ['feedback about somebody else', { channel: 'feedback', about: bystander }, 'uninvolved'],
    ['a note the person wrote about themselves', { channel: 'note', author: ada.id, about: ada.id }, 'about'],
    [
      'a mail the person wrote, filed under their dossier',
      { channel: 'mail', author: ada.id, about: ada.id },
      'author',
    ],
  ])('tells texts about the person from theirs: %s', (_what, message, role) => {
    expect(roleOf(bodyOf(message))).toBe(role);
  });

  it('takes the strongest part of several', () => {
    const lists = { to: personals(address), copies: personals(address), attendees: personals(address) };

    expect(roleOf(bodyOf({ ...lists, author: ada.id }))).toBe('author');
    expect(roleOf(bodyOf(lists))).toBe('recipient');
    expect(roleOf(bodyOf({ ...lists, to: [] }))).toBe('copied');
  });

  it.each<[Channel, Role]>([
    ['mail', 'author'],
    ['chat', 'author'],
    ['unknown', 'author'],
    ['web', 'uninvolved'],
    ['phone', 'uninvolved'],
    ['api', 'uninvolved'],
    ['note', 'uninvolved'],
  ])('counts what the person wrote by %s as theirs: %s', (channel, role) => {
    expect(roleOf(bodyOf({ author: ada.id, channel }))).toBe(role);
  });

  it('keeps text that is no mail, and takes what the person attached to it', () => {
    const upload = (message: Partial<Message>): Spot =>
      spotOf('attachment', file('plan.txt'), { of: messageOf({ channel: 'web', ...message }) });

    expect(roleOf(upload({ author: ada.id }))).toBe('author');
    expect(roleOf(upload({ recipients: [ada.id] }))).toBe('uninvolved');
    expect(roleOf(bodyOf({ channel: 'web', author: ada.id }, plain('Ada King was here')))).toBe('mentioned');
  });

  it.each<[string, Channel, Role]>([
    ['by mail', 'mail', 'opened-by-mail'],
    ['nobody knows how, so by mail', 'unknown', 'opened-by-mail'],
    ['on the web', 'web', 'opened'],
    ['by phone', 'phone', 'opened'],
    ['by chat', 'chat', 'opened'],
  ])('tells how the person opened a dossier: %s', (_how, openedVia, role) => {
    const of = dossierOf({ openedBy: ada.id, openedVia });

    expect(roleOf(spotOf('dossier.description', text, { of }))).toBe(role);
  });

  it('takes an unknown channel for no mail where the rules say so', () => {
    const of = dossierOf({ openedBy: ada.id, openedVia: 'unknown' });

    expect(roleOf(spotOf('dossier.title', text, { of }), { unknownChannelIsMail: false })).toBe('opened');
    expect(roleOf(bodyOf({ author: ada.id, channel: 'unknown' }), { unknownChannelIsMail: false })).toBe('uninvolved');
  });

  it.each<[string, Spot, Role]>([
    ['their own account', spotOf('person.field', text), 'own'],
    ["somebody else's account", spotOf('person.field', text, { of: endUser({ id: bystander }) }), 'uninvolved'],
    ["their line on somebody's sheet", spotOf('dossier.people', text, { holder: ada.id }), 'own'],
    ["somebody's line on their own sheet", spotOf('person.field', text, { holder: bystander }), 'uninvolved'],
    ["somebody's line that names them", spotOf('person.field', plain(address), { holder: bystander }), 'mentioned'],
    ['a dossier of somebody else', spotOf('dossier.description', text), 'uninvolved'],
    ['a dossier that names them', spotOf('dossier.description', plain(`Ask ${address}.`)), 'mentioned'],
    ['a mail that names them', bodyOf({}, html('<p>Ada King</p>')), 'mentioned'],
    ['what nobody can see', spotOf('dossier.description', hidden), 'uninvolved'],
  ])('knows %s', (_what, spot, role) => {
    expect(roleOf(spot)).toBe(role);
  });
});

describe('channels', () => {
  it('blanks whole what the rules list, and the unknown one where it counts as mail', () => {
    const rules: Rules = { ...defaultRules, wholeMessageChannels: ['phone'], unknownChannelIsMail: false };

    expect([isWhole('phone', rules), isWhole('mail', rules), isWhole('unknown', rules)]).toEqual([true, false, false]);
    expect(isWhole('unknown', { ...rules, unknownChannelIsMail: true })).toBe(true);
  });

  it('calls mail what is mail, whichever channels are blanked whole', () => {
    const rules: Rules = { ...defaultRules, wholeMessageChannels: ['chat'], unknownChannelIsMail: false };

    expect([isMail('mail', rules), isMail('chat', rules), isMail('unknown', rules)]).toEqual([true, false, false]);
    expect(isMail('unknown', defaultRules)).toBe(true);
  });
});

describe('namesInMail', () => {
  const out: Partial<Message> = { direction: 'outgoing' };

  it.each<[string, boolean, Partial<Message>, Content]>([
    ['HD-13 an outgoing mail with the address in it', true, out, plain(`New reply from ${address}`)],
    ['HD-13 the address in capitals and HTML', true, out, html('<b>ADA.KING&#64;LOVELACE.TEST</b>')],
    ['HD-13 a list with the address', true, out, list('bo@lovelace.test', address)],
    ['HD-13 a mail the system wrote', true, { direction: 'internal', author: 'system' }, plain(address)],
    ['HD-13 a longer address', false, out, plain(`New reply from x${address}`)],
    ['a list without it', false, out, list('bo@lovelace.test', `x${address}`)],
    ['an empty list', false, out, list()],
    ['the name alone', false, out, plain('Ada King')],
    ['a mail that came in', false, { direction: 'incoming' }, plain(address)],
    ['an internal mail of a colleague', false, { direction: 'internal' }, plain(address)],
    ['a chat', false, { ...out, channel: 'chat' }, plain(address)],
    ['a message of an unknown channel', false, { ...out, channel: 'unknown' }, plain(address)],
    ['a file', false, out, file(`${address}.txt`)],
    ['what nobody can see', false, out, hidden],
  ])('%s: %s', (...[, names, message, content]) => {
    expect(namesInMail(bodyOf(message, content), subject)).toBe(names);
  });

  it('is about messages alone', () => {
    expect(namesInMail(spotOf('dossier.description', plain(address)), subject)).toBe(false);
  });

  it('needs certainty', () => {
    const finder = {
      ...subject.finder,
      find: () => [
        { start: 0, end: 3, by: 'addresses', entry: 0, sure: 'ambiguous', how: 'local-part', doubt: 'short' } as const,
      ],
    };

    expect(namesInMail(bodyOf(out, plain(address)), { ...subject, finder })).toBe(false);
  });
});
