import type { Part } from './fake/tracker.ts';

/** A mail to be put into an invented Request Tracker. */
export interface NewMail {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly subject: string;
  /** What RT notes of how it came in, if anything. */
  readonly noted?: string | undefined;
  readonly form: 'plain' | 'html';
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly inside: string }[];
}

type Headers = Readonly<Record<string, string>>;

/** A mail that came in, as RT keeps it. */
export function incomingMail(mail: NewMail): Part {
  return mailWith({ ...addressed(mail), ...(mail.copies.length === 0 ? {} : { CC: mail.copies.join(', ') }) }, mail);
}

/** What opened a ticket. */
export function openingMail(
  mail: Pick<NewMail, 'subject' | 'noted' | 'text' | 'files'> & { readonly from: string },
): Part {
  const whole: NewMail = { ...mail, from: [mail.from], to: ['rt@helpdesk.test'], copies: [], form: 'plain' };
  return mail.noted === 'Email' ? incomingMail(whole) : mailWith(subjectOf(whole), whole);
}

/** What a colleague wrote on RT's pages: whom it goes to besides the requestors stands in a header of RT's own. */
export function agentMail(mail: NewMail): Part {
  const copies: Headers = mail.copies.length === 0 ? {} : { 'RT-Send-CC': mail.copies.join(', ') };
  return mailWith({ ...subjectOf(mail), ...copies }, mail);
}

/** A mail RT sent, with the headers it sent it with. */
export function sentMail(mail: NewMail): Part {
  const to: Headers = mail.to.length === 0 ? {} : { To: mail.to.join(', ') };
  const copies: Headers = mail.copies.length === 0 ? {} : { CC: mail.copies.join(', ') };
  return mailWith(
    {
      ...{ From: '"Help via RT" <rt@helpdesk.test>', ...to, ...copies, 'Reply-To': 'rt@helpdesk.test' },
      ...{ Subject: `[helpdesk.test #1] ${mail.subject}`, 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' },
    },
    { ...mail, noted: undefined },
  );
}

function subjectOf({ subject }: NewMail): Headers {
  return { Subject: subject };
}

function addressed(mail: NewMail): Headers {
  return { From: mail.from.join(', '), To: mail.to.join(', '), ...subjectOf(mail) };
}

/** HTML comes with the same as plain text, files behind the words. */
function mailWith(headers: Headers, { noted, form, text, files }: NewMail): Part {
  const marked: Headers = { ...headers, ...(noted === undefined ? {} : { 'X-RT-Interface': noted }) };
  const words: Part =
    form === 'plain'
      ? { type: 'text/plain', text }
      : {
          type: 'multipart/alternative',
          parts: [
            { type: 'text/plain', text: unmarked(text) },
            { type: 'text/html', text },
          ],
        };
  if (files.length === 0) return { ...words, headers: marked };
  const attached = files.map(({ name, inside }): Part => ({ type: typeOf(name), filename: name, text: inside }));
  return { type: 'multipart/mixed', headers: marked, parts: [words, ...attached] };
}

function typeOf(name: string): string {
  return name.endsWith('.bin') ? 'application/octet-stream' : 'text/plain';
}

function unmarked(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
