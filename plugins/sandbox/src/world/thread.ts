import { deskAddress } from '../notify.ts';
import type { StoredMessage } from '../schema.ts';
import { messageFrom } from '../stored-message.ts';
import type { MessageDraft } from '../stored-message.ts';
import { attachmentBy } from './attachments.ts';
import { later } from './calendar.ts';
import type { Dice } from './dice.ts';
import { htmlFrom, letterText } from './letter.ts';
import type { Quoted, Signature } from './letter.ts';
import type { SystemMail } from './system-mails.ts';
import type { Phrases } from './topic.ts';

/** Somebody who writes in a ticket. */
export interface Writer extends Signature {
  readonly id: string;
  /** Whether they write for the desk, from its address; an agent may also be somebody who asks. */
  readonly isAgent: boolean;
}

/** Where a mail goes besides its first recipient. */
export interface Copies {
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly attendees?: readonly string[];
}

/** The messages of one ticket as they come in, one after the other; time passes between them. */
export class Thread {
  readonly messages: StoredMessage[] = [];
  readonly outbox: StoredMessage[] = [];
  readonly #subject: string;
  readonly #phrases: Phrases;
  readonly #dice: Dice;
  #now: Date;
  #last: Quoted | undefined;

  constructor(
    start: Date,
    { subject, phrases, dice }: { readonly subject: string; readonly phrases: Phrases; readonly dice: Dice },
  ) {
    this.#now = start;
    this.#subject = subject;
    this.#phrases = phrases;
    this.#dice = dice;
  }

  get now(): Date {
    return this.#now;
  }

  /** A mail between the desk and `other`; whoever writes quotes the mail before. */
  mail(by: Writer, other: Writer, letter: Copies & { readonly paragraphs: readonly string[] }): StoredMessage {
    const text = this.#letter(by, other, letter.paragraphs);
    const isHtml = this.#dice.chance(0.35);
    const { cc = [], bcc = [], attendees = [] } = letter;
    const message = this.#add({
      channel: 'mail',
      direction: by.isAgent ? 'outgoing' : 'incoming',
      author: by.id,
      from: [by.isAgent ? deskAddress : by.address],
      to: [by.isAgent ? other.address : deskAddress],
      cc: [...cc],
      bcc: [...bcc],
      attendees: [...attendees],
      recipients: by.isAgent ? [other.id] : [],
      subject: this.#last === undefined ? this.#subject : `Re: ${this.#subject}`,
      form: isHtml ? 'html' : 'plain',
      body: isHtml ? htmlFrom(text, this.#dice.chance(0.4)) : text,
      viaGateway: this.#dice.chance(0.03),
    });
    this.#last = { body: text, at: this.#now, by };
    return message;
  }

  /** A note among colleagues, a chat line, or what was said on the phone. */
  line(channel: 'note' | 'chat' | 'phone', by: Writer, body: string): StoredMessage {
    const direction = channel === 'note' ? 'internal' : by.isAgent ? 'outgoing' : 'incoming';
    return this.#add({ channel, direction, author: by.id, body });
  }

  /** A mail the desk wrote by itself. */
  system(to: { readonly address: string; readonly id?: string }, mail: SystemMail): void {
    this.outbox.push(
      messageFrom({
        ...mail,
        id: `o${String(this.outbox.length + 1)}`,
        at: this.#now.toISOString(),
        channel: 'mail',
        direction: 'outgoing',
        author: 'system',
        from: [deskAddress],
        to: [to.address],
        recipients: to.id === undefined ? [] : [to.id],
      }),
    );
  }

  /** Puts a file to the last message, by whoever wrote that. */
  attach(message: StoredMessage, by: Writer): void {
    const id = `f${String(message.attachments.length + 1)}`;
    message.attachments.push(attachmentBy(by.name, id, this.#dice));
  }

  #letter(by: Writer, other: Writer, paragraphs: readonly string[]): string {
    const answered = by.isAgent ? { to: other.name } : {};
    const quoted = this.#last === undefined ? {} : { quoted: this.#last };
    return letterText({ paragraphs, by, phrases: this.#phrases, ...answered, ...quoted }, this.#dice);
  }

  #add(message: Omit<MessageDraft, 'id' | 'at'>): StoredMessage {
    this.#now = later(this.#now, 3 + this.#dice.below(this.messages.length === 0 ? 5 : 600));
    const added = messageFrom({ ...message, id: `m${String(this.messages.length + 1)}`, at: this.#now.toISOString() });
    this.messages.push(added);
    return added;
  }
}
