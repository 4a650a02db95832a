import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

describe('a login', () => {
  const who = { logins: ['jdoe42'] };

  it.each([
    ['is found as a token', 'by «jdoe42».'],
    ['is found in any case', 'by «JDoe42»'],
    ['is found as a mention', '@«jdoe42» please; [~«jdoe42»], /users/«jdoe42»/'],
    ['is found with a domain of Windows', 'ACME\\«jdoe42»'],
    ['is found behind an escape', 'u%3D«jdoe42»%26'],
    ['is not found in another', '@jdoe421 xjdoe42 jdoe42_x x_jdoe42'],
    ['is not found tied to a word', 'jdoe42-admin x-jdoe42 www.jdoe42.test jdoe42%61'],
    ['is not found in an address', 'jdoe42@other.test jdoe42+x@other.test x@jdoe42'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it('is text, not a pattern', () => {
    expect(marked('a.*b(c)[d]+? and axxb', { who: { logins: ['a.*b(c)[d]+?'] } })).toBe('«a.*b(c)[d]+?» and axxb');
  });

  it('that is also a name of the person or a short word is certain only as a handle', () => {
    const named = { names: ['Jane Doe'], logins: ['jane', 'zed'] };
    expect(marked('jane zed, @jane, ~zed', { who: named })).toBe('‹jane› ‹zed›, @«jane», ~«zed»');
  });
});

describe('an external id', () => {
  it.each([
    ['E-10042', 'no. «E-10042», #«E-10042»; e-10042 E-100421 XE-10042 E-10042-2'],
    ['10042', 'customer «10042», id=«10042», /users/«10042»/ but 100421 110042 2024-10042 10042-1 order-10042'],
    ['10042', 'not 10042.50 nor 10042,50 nor 1,10042 nor +10042 nor A10042'],
    ['10042', 'user-«10042» kunde_«10042» ip-10042'],
    ['5b10ac8d82e05b22cc7d4ef5', '[~accountid:«5b10ac8d82e05b22cc7d4ef5»]'],
    ['Größe7', '«Größe7» Groesse7 größe7'],
  ])('%s is found as a whole token', (id, row) => {
    expect(marked(unmarked(row), { who: { externalIds: [id] } })).toBe(row);
  });
});

describe('a number of two to four digits', () => {
  it.each([
    ['after a label', 'user «42», Customer no. «42», customer_id=«42», "userId": "«42»", Kundennummer: «42», id «42»'],
    ['in a path of accounts', 'https://d.test/users/«42»/edit, /contacts/«42»?x=42'],
    ['after a hash', 'see #«42», (#«42»)'],
    ['in a list behind a label', 'ids 421, 142, 4.2, «42» and #«42»'],
    ['tied to a label', 'user-«42» user_«42»'],
    ['is not found elsewhere', '42 EUR, page 42, order no. 42, v1.42, /tickets/42/, user 421, user 4.42, id#x42 &#42;'],
  ])('is found %s', (_, row) => {
    expect(marked(unmarked(row), { who: { externalIds: ['42'] } })).toBe(row);
  });

  it('says that a label was the evidence', () => {
    expect(found('user 42', { who: { externalIds: ['42'] } })).toEqual([
      { start: 5, end: 7, by: 'externalIds', entry: 0, sure: 'certain', how: 'as-filed', evidence: 'label' },
    ]);
  });
});

it('a name is found where its accents were misread', () => {
  const who = { names: ['Zoé Núñez', 'Jane Doe'] };
  expect(marked('by ZoÃ© NÃºÃ±ez.', { who })).toBe('by «ZoÃ© NÃºÃ±ez».');
  expect(found('by ZoÃ© NÃºÃ±ez.', { who }).map(({ by, how }) => [by, how])).toEqual([['names', 'other-spelling']]);
});

describe('what stands before the @ of an address', () => {
  it.each([
    ['with a sign or a digit in it, is found alone', ['sun_ray@d.test', 'zed99@d.test'], 'login «sun_ray» or «zed99».'],
    [
      'made of the name, is found alone',
      ['jdoe@d.test', 'doej@e.test', 'kmarchw@d.test'],
      'CN=«JDOE», «jdoe» «doej» ‹kmarchw›',
    ],
    ['of letters only, may be a word', ['sunny@d.test'], 'a ‹sunny› day, @«sunny», /O=D/CN=«SUNNY»'],
    ['without its tag', ['sun_ray+x@d.test'], 'login «sun_ray»'],
    ['is not found in another address or token', ['sun_ray@d.test'], 'sun_ray@e.test sun_ray2 x.sun_ray'],
    ['of three letters is not looked for', ['jd1@d.test'], 'login jd1, @jd1'],
    ['that many have is not looked for', ['support+x@d.test'], 'login support, @support'],
  ])('%s', (_, addresses, row) => {
    expect(marked(unmarked(row), { who: { addresses, names: ['Jane Doe'] } })).toBe(row);
  });

  it('is no proof where it is the given or the family name alone', () => {
    const who = { addresses: ['mara@d.test', 'miller@e.test'], names: ['Mara Miller'] };
    const alone = found('Mara and miller', { who }).filter(({ by }) => by === 'addresses');
    expect(alone.filter(({ sure }) => sure === 'certain')).toEqual([]);
  });
});
