import { describe, expect, it } from '@jest/globals';
import { doubts, evidences, hows } from '../finding/why.ts';
import { identifierKinds } from '../identifiers.ts';
import { doubtWords, mentionWords } from './why-words.ts';

describe('why something was found, in words', () => {
  it('names the identifier, the writing and the evidence', () => {
    expect(mentionWords({ by: 'names', how: 'initial', evidence: 'greeting', count: 2 })).toBe(
      'name, with an initial, in a greeting',
    );
    expect(mentionWords({ by: 'phones', how: 'extension', count: 1 })).toBe('phone number, with an extension');
  });

  it('calls what nobody filed what it is, not by the identifier beside it', () => {
    expect(mentionWords({ by: 'names', how: 'unfiled', evidence: 'signature', doubt: 'unfiled', count: 1 })).toBe(
      'a phone number in the own signature',
    );
  });

  it('names the doubt where there is one', () => {
    expect(doubtWords({ by: 'names', how: 'as-filed', doubt: 'common-word', count: 1 })).toBe('it may be a word');
    expect(doubtWords({ by: 'names', how: 'as-filed', count: 1 })).toBeUndefined();
  });

  it('has other words for each of them', () => {
    const all = [
      ...identifierKinds.map((by) => mentionWords({ by, how: 'as-filed', count: 1 })),
      ...hows.slice(1).map((how) => mentionWords({ by: 'names', how, count: 1 })),
      ...evidences.map((evidence) => mentionWords({ by: 'names', how: 'as-filed', evidence, count: 1 })),
      ...doubts.map((doubt) => doubtWords({ by: 'names', how: 'as-filed', doubt, count: 1 })),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all.join()).not.toContain('undefined');
  });
});
