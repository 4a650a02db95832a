import { describe, expect, it } from '@jest/globals';
import { copiesOf, envelopeOf, peopleOf, saidIn, withCopies, withEnvelope } from './mail-headers.ts';

const headers = [
  'Date: Sun, 22 Nov 2026 10:00:00 +0000',
  'MIME-Version: 1.0',
  'CC: "Man, Bo" <bo@quell.test>,',
  ' mate@quell.test, Eve (the, other) <eve@quell.test>',
  'Content-Type: multipart/mixed; boundary="b1"',
  'Subject: My laptop,',
  '\tAda Quell',
  'From: Ada Quell <ada@quell.test>',
  'To: rt@helpdesk.test',
  'X-RT-Interface: Email',
].join('\n');

const technical = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b1"\nX-RT-Interface: Email';

describe("a mail's headers", () => {
  it('hold people, also where a name has a comma and a header is folded', () => {
    expect(copiesOf(headers)).toEqual([
      '"Man, Bo" <bo@quell.test>',
      'mate@quell.test',
      'Eve (the, other) <eve@quell.test>',
    ]);
    expect(peopleOf(headers, ['from', 'to'])).toEqual(['Ada Quell <ada@quell.test>', 'rt@helpdesk.test']);
    expect(saidIn(headers, 'subject')).toBe('My laptop, Ada Quell');
    expect(saidIn(headers, 'x-rt-interface')).toBe('Email');
    expect(saidIn(headers, 'reply-to')).toBe('');
  });

  it('keep what tells how to read the mail and how it came, and nothing else, once they are blanked', () => {
    const blanked = withCopies(withEnvelope(headers, ''), []);
    expect(blanked).toBe(technical);
    expect([envelopeOf(blanked), copiesOf(blanked)]).toEqual(['', []]);
  });

  it('leave copies alone when the envelope goes, and the other way round', () => {
    expect(copiesOf(withEnvelope(headers, ''))).toEqual(copiesOf(headers));
    expect(envelopeOf(withCopies(headers, []))).toBe(envelopeOf(headers));
  });

  it('take an envelope with something cut out in the place of the old one', () => {
    const cut = envelopeOf(headers).replace('Ada Quell <ada@quell.test>', 'Anonymized');
    expect(envelopeOf(withEnvelope(headers, cut))).toBe(cut);
    expect(withEnvelope(headers, envelopeOf(headers)).split('\n').sort()).toEqual(headers.split('\n').sort());
  });

  it('keep those in copy who stay', () => {
    expect(copiesOf(withCopies(headers, ['mate@quell.test']))).toEqual(['mate@quell.test']);
  });

  it('count the name of a file among the words of people', () => {
    const part = 'Content-Type: text/plain; name="ada.txt"\nContent-Disposition: attachment; filename="ada.txt"';
    expect(envelopeOf(part)).toBe(part);
    expect(withEnvelope(part, '')).toBe('');
  });

  it.each(['', 'no header', ':', ' folded from nothing'])('may be anything: %j', (text) => {
    expect(envelopeOf(text)).toBe(text);
    expect(copiesOf(text)).toEqual([]);
  });
});
