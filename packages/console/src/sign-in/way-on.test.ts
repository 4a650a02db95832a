import { expect, it } from '@jest/globals';
import { codeIn, wayOn } from './way-on.ts';

it.each([
  ['', '/'],
  ['?then=%2Fhosts%2Fdesk', '/hosts/desk'],
  ['?then=%2Fpeople%2Fdesk%2Fuser-7', '/people/desk/user-7'],
  ['?then=https%3A%2F%2Fevil.example.test', '/'],
  ['?then=%2F%2Fevil.example.test', '/'],
  ['?then=%2F%5Cevil.example.test', '/'],
  ['?then=javascript%3Aalert(1)', '/'],
])('after a sign-in with %s the way leads to %s', (search, there) => {
  expect(wayOn(search)).toBe(there);
});

it('a code comes from behind the # alone', () => {
  expect(codeIn('#code=abcde-fghij')).toBe('abcde-fghij');
  expect(codeIn('#')).toBe('');
});
