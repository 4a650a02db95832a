import type { Dice } from './dice.ts';
import { filled } from './topic.ts';
import type { Phrases } from './topic.ts';

/** What the desk writes by itself. */
export interface SystemMail {
  readonly subject: string;
  readonly form: 'plain' | 'html';
  readonly body: string;
}

/** The answer everybody gets at once: it repeats the address in capitals, and in a link. */
export function autoReply(phrases: Phrases, ticket: string, address: string): SystemMail {
  const slots = { ticket, addressUpper: address.toUpperCase(), addressEncoded: encodeURIComponent(address) };
  return { subject: `Ticket ${ticket}`, form: 'plain', body: filled(phrases.autoReply, slots) };
}

/** What an agent is told: somebody else's mail, with the requester's address in one of the ways systems write it. */
export function agentNotice(
  ticket: string,
  who: { readonly name: string; readonly address: string },
  dice: Dice,
): SystemMail {
  const { name, address } = who;
  const shown = dice.pick([plainAddress, capitalAddress, entityAddress])(address);
  return {
    subject: `New message on ticket ${ticket}`,
    form: 'html',
    body: `<p>Ticket ${ticket} has a new message.</p>\n<p>From: ${textOnly(name)} &lt;${shown}&gt;<br>\nTo: support&#64;desk.test</p>`,
  };
}

/** A delivery report to the desk, with the address as mail servers encode it, broken over two lines. */
export function deliveryReport(address: string): SystemMail {
  const encoded = address.replaceAll('@', '=40');
  const middle = Math.floor(address.indexOf('@') / 2);
  return {
    subject: 'Delivery delayed',
    form: 'plain',
    body: [
      'Your message could not be delivered yet. It will be tried again.',
      '',
      `Final-Recipient: rfc822; ${encoded.slice(0, middle)}=`,
      encoded.slice(middle),
      'Action: delayed',
      'Diagnostic-Code: smtp; 451 4.7.1 try again later',
    ].join('\n'),
  };
}

function plainAddress(address: string): string {
  return textOnly(address);
}

function capitalAddress(address: string): string {
  return textOnly(address.toUpperCase());
}

function entityAddress(address: string): string {
  return textOnly(address).replaceAll('@', '&#x40;').replaceAll('.', '&#46;');
}

function textOnly(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
