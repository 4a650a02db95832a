import { describe, expect, it } from '@jest/globals';
import { RuleError } from '../errors.ts';
import { defaultRules } from './default-rules.ts';
import { parseRules } from './parse-rules.ts';

function faultOf(input: unknown): { readonly path: string; readonly message: string } {
  try {
    parseRules(input);
  } catch (error) {
    if (error instanceof RuleError) return { path: error.path, message: error.message };
    throw error;
  }
  throw new Error('The rules were taken.');
}

describe('parseRules', () => {
  it('lets one setting win and leaves all others as in the default rules', () => {
    const rules = parseRules({ name: 'ours-2', replacement: { name: 'Gone' } });

    expect(rules).toEqual({
      ...defaultRules,
      name: 'ours-2',
      replacement: { ...defaultRules.replacement, name: 'Gone' },
    });
  });

  it('lets one role of one kind win', () => {
    const rules = parseRules({ spots: { 'message.body': { author: 'keep' } } });

    expect(rules.spots['message.body']).toEqual({ ...defaultRules.spots['message.body'], author: 'keep' });
    expect(rules).toEqual({
      ...defaultRules,
      spots: { ...defaultRules.spots, 'message.body': rules.spots['message.body'] },
    });
  });

  it.each<[string, object]>([
    ['copies', { copies: 'subject-only' }],
    ['channels', { wholeMessageChannels: ['mail', 'chat', 'web', 'phone', 'api'] }],
    ['no channel', { wholeMessageChannels: [] }],
    ['what an unknown channel is', { unknownChannelIsMail: false }],
    ['what can only be removed', { onlyRemovable: 'remove' }],
    ['the word to confirm with', { confirmation: 'ÄNDERN' }],
    ['the longest word', { confirmation: 'A'.repeat(20) }],
    ['the shortest word', { confirmation: 'ABC' }],
    ['names by kind', { replacement: { ...defaultRules.replacement, nameFor: { candidate: 'Anonymized candidate' } } }],
    ['notes and feedback', { about: { note: 'keep', feedback: 'blank' } }],
    ['a place', { places: [{ locations: ['DE'], spots: { 'person.field': { own: 'keep' } } }] }],
    ['how long to wait', { byHand: { days: 3, remindAfterDays: 1 } }],
    ['the longest name', { name: 'a'.repeat(40) }],
  ])('takes a change of %s', (_what, change) => {
    expect(parseRules(change)).toEqual({ ...defaultRules, ...change });
  });

  it.each<[string, unknown, string]>([
    ['a place without a name', { places: [{ locations: [], spots: {} }] }, 'places.0.locations'],
    [
      "others' accounts at a place",
      { places: [{ locations: ['DE'], spots: { 'person.name': { mentioned: 'cut' } } }] },
      'places.0.spots.person.name.mentioned',
    ],
    ['no day to wait', { byHand: { days: 0 } }, 'byHand.days'],
    ['a list', [], 'rules'],
    ['a text', 'rules', 'rules'],
    ['nothing', null, 'rules'],
    ['another version', { version: 2 }, 'version'],
    ['a name with spaces', { name: 'Our Rules' }, 'name'],
    ['a name too long', { name: 'a'.repeat(41) }, 'name'],
    ['a name that only ends well', { name: 'Our-rules' }, 'name'],
    ['a name that only begins well', { name: 'rules!' }, 'name'],
    ['an empty replacement', { replacement: { name: '' } }, 'replacement.name'],
    ['a replacement too long', { replacement: { text: 'x'.repeat(81) } }, 'replacement.text'],
    ['a replacement that is no list of texts', { replacement: 'Gone' }, 'replacement'],
    ['a login everybody shares', { replacement: { login: 'anonymized' } }, 'replacement.login'],
    ['an address everybody shares', { replacement: { address: 'gone@anonymized.invalid' } }, 'replacement.address'],
    ['an address of a real domain', { replacement: { address: '{unique}@example.org' } }, 'replacement.address'],
    ['an address with words around it', { replacement: { address: 'to {unique}@a.invalid' } }, 'replacement.address'],
    ['an address with words after it', { replacement: { address: '{unique}@a.invalid now' } }, 'replacement.address'],
    ['an address with a dot too few', { replacement: { address: '{unique}@a_invalid' } }, 'replacement.address'],
    ['an address without an owner', { replacement: { address: '@{unique}.invalid' } }, 'replacement.address'],
    ['an address without a domain', { replacement: { address: '{unique}@.invalid' } }, 'replacement.address'],
    ['a word in small letters', { confirmation: 'anonymize' }, 'confirmation'],
    ['a word too short', { confirmation: 'AB' }, 'confirmation'],
    ['a word too long', { confirmation: 'A'.repeat(21) }, 'confirmation'],
    ['two words', { confirmation: 'YES DELETE' }, 'confirmation'],
    ['a channel there is not', { wholeMessageChannels: ['fax'] }, 'wholeMessageChannels.0'],
    ['a word for yes', { unknownChannelIsMail: 'yes' }, 'unknownChannelIsMail'],
    ['another way of copies', { copies: 'some' }, 'copies'],
    ['another way out', { onlyRemovable: 'hide' }, 'onlyRemovable'],
    ['a treatment that pseudonymizes', { spots: { 'message.body': { author: 'hash' } } }, 'spots.message.body.author'],
    ['a kind that is no table', { spots: { 'message.body': 'blank' } }, 'spots.message.body'],
    ['kinds that are no table', { spots: 'blank' }, 'spots'],
  ])('refuses %s', (_what, input, path) => {
    expect(faultOf(input).path).toBe(path);
  });

  it.each<[string, unknown, string]>([
    ['settings there are not', { colour: 'red' }, 'colour'],
    ['kinds there are not', { spots: { 'message.colour': { author: 'blank' } } }, 'message.colour'],
    ['roles there are not', { spots: { 'message.body': { friend: 'blank' } } }, 'friend'],
    ['replacements there are not', { replacement: { phone: '0' } }, 'phone'],
  ])('names %s', (_what, input, name) => {
    expect(faultOf(input).message).toContain(name);
  });

  it.each([
    [{ name: 'Our Rules' }, 'name: use small letters, digits and hyphens'],
    [{ confirmation: 'no' }, 'confirmation: use one word in capital letters'],
    [{ replacement: { login: 'x' } }, 'replacement.login: must contain {unique}, as hosts want it unique'],
    [{ replacement: { address: '{unique}@a.test' } }, 'replacement.address: must be an address that ends in .invalid'],
  ])('says what would be right: %j', (input, message) => {
    expect(faultOf(input).message).toBe(message);
  });

  it.each([
    ['person.name', 'mentioned', 'cut'],
    ['person.email', 'author', 'blank'],
    ['person.login', 'mentioned', 'cut'],
    ['person.phone', 'mentioned', 'blank'],
    ['person.photo', 'uninvolved', 'blank'],
    ['person.access', 'copied', 'blank'],
  ])("never lets anybody else's account be changed: %s %s %s", (kind, role, treatment) => {
    expect(faultOf({ spots: { [kind]: { [role]: treatment } } })).toEqual({
      path: `spots.${kind}.${role}`,
      message: `spots.${kind}.${role}: only the person's own account may be changed: use keep`,
    });
    expect(parseRules({ spots: { [kind]: { [role]: 'keep' } } }).version).toBe(1);
  });

  it("lets the text on somebody else's sheet be treated as the rules say", () => {
    expect(parseRules({ spots: { 'person.field': { mentioned: 'blank' } } }).spots['person.field'].mentioned).toBe(
      'blank',
    );
  });
});
