import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import fc from 'fast-check';
import { anyOf, changedSince, mentionsOf, quoted, searchTermsFor, takingPart } from './search-jql.ts';

const catalog = {
  worklogs: true,
  texts: new Map(),
  pickers: new Map([['customfield_10020', 'many' as const]]),
  participants: 'customfield_10010',
};

/** What Jira makes of a quoted string, or nothing if it does not end where it should. */
function unquoted(written: string): string | undefined {
  const inside = /^"((?:[^"\\]|\\.)*)"$/s.exec(written)?.[1];
  return inside?.replaceAll(/\\(.)/gs, '$1');
}

describe('a question in JQL', () => {
  it('holds any text as a string that ends where it should', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(unquoted(quoted(text))).toBe(text)));
  });

  it('looks for nothing but what was asked, whatever a name holds', () => {
    const names = fc.string({ unit: fc.constantFrom('A', '"', '\\', ' ', ')', 'O', '\n', "'", '*', '~') });
    fc.assert(
      fc.property(names, (name) => {
        for (const clause of mentionsOf(identifiersFrom({ names: [`Ada ${name} Quellstone`] }), catalog)) {
          const [, field, value] = /^(text|comment|worklogComment) ~ (.*)$/s.exec(clause) ?? [];
          expect(field).toBeDefined();
          // One phrase: the quotes that make it one are the only ones left.
          expect(unquoted(value ?? '')).toMatch(/^"[^"\\\n]+"$/);
        }
      }),
    );
  });

  it('asks for all an account may have to do with, fields by number', () => {
    expect(anyOf(takingPart('qm:1:"x', catalog))).toBe(
      [
        ...['reporter', 'creator', 'assignee', 'cf[10010]', 'cf[10020]'].map((field) => `${field} = "qm:1:\\"x"`),
        'issuekey in updatedBy("qm:1:\\"x") ORDER BY created ASC',
      ].join(' OR '),
    );
  });

  it('knows no participants where the site has no service projects', () => {
    expect(takingPart('a', { texts: new Map(), pickers: new Map(), worklogs: false }).join()).not.toContain('cf[');
  });

  it('looks for a telephone number as it is filed and without its signs, and for nothing that finds half of the site', () => {
    const who = identifiersFrom({
      phones: ['+372 555-1234'],
      names: ['Ada Quellstone'],
      addresses: ['info@quill.test'],
      logins: ['x'],
    });
    expect(searchTermsFor(who)).toEqual(['"+372 555-1234"', '"+3725551234"', '"Ada Quellstone"']);
  });

  it('takes the day before along, as days are those of the login', () => {
    expect(changedSince(new Date('2026-03-05T00:30:00Z'))).toBe('updated >= "2026-03-04"');
    expect(changedSince(undefined)).toBe('updated >= "1969-12-31"');
  });
});
