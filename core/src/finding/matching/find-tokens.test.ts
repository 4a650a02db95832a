import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from '../marked.suite.ts';

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
    expect(marked('Jane Austen zed @jane, ~zed', { who: named })).toBe('‹Jane› Austen ‹zed› @«jane», ~«zed»');
  });
});

describe('an external id', () => {
  it.each([
    ['E-10042', 'no. «E-10042», #«E-10042»; e-10042 E-100421 XE-10042 E-10042-2'],
    ['10042', 'customer «10042», id=«10042», /users/«10042»/ but 100421 110042 2024-10042 10042-1'],
    ['10042', 'not 10042.50 nor 10042,50 nor 1,10042 nor +10042 nor A10042'],
    ['5b10ac8d82e05b22cc7d4ef5', '[~accountid:«5b10ac8d82e05b22cc7d4ef5»]'],
    ['Größe7', '«Größe7» Groesse7 größe7'],
  ])('%s is found as a whole token', (id, row) => {
    expect(marked(unmarked(row), { who: { externalIds: [id] } })).toBe(row);
  });
});
