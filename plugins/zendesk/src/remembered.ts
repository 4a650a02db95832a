import type { Personal } from '@lethe/core';
import type { ChatLine } from './chat.ts';
import type { Attachment, Comment } from './schema.ts';

/** What is needed of a comment to redact it. */
export interface Redactable {
  readonly ticket: number;
  readonly html: Personal;
  readonly files: readonly Attachment[];
}

/** Somebody in copy of a ticket, and how that is written in the list. */
export interface Copied {
  readonly user: number;
  readonly entry: Personal;
}

/** As many comments as are held at most; of others the ticket is read again before it is written. */
const MOST = 20_000;

/**
 * What the latest readings showed, for calls that have to send a text back exactly as it is. In memory only, and limited:
 * what came in first is forgotten first.
 */
export class Remembered {
  readonly #comments = new Map<number, Redactable>();
  readonly #chats = new Map<number, readonly ChatLine[]>();
  readonly #copies = new Map<number, readonly Copied[]>();
  readonly #tags = new Map<number, readonly Personal[]>();

  take(ticket: number, comments: readonly Comment[]): void {
    for (const { id, html_body, attachments } of comments) {
      this.#comments.delete(id);
      this.#comments.set(id, { ticket, html: html_body, files: attachments });
    }
    for (const id of this.#comments.keys()) {
      if (this.#comments.size <= MOST) return;
      this.#comments.delete(id);
    }
  }

  takeChat(ticket: number, lines: readonly ChatLine[]): void {
    this.#chats.set(ticket, lines);
  }

  takeCopies(ticket: number, copies: readonly Copied[]): void {
    this.#copies.set(ticket, copies);
  }

  takeTags(ticket: number, tags: readonly Personal[]): void {
    this.#tags.set(ticket, tags);
  }

  tags(ticket: number): readonly Personal[] | undefined {
    return this.#tags.get(ticket);
  }

  copies(ticket: number): readonly Copied[] | undefined {
    return this.#copies.get(ticket);
  }

  comment(id: number): Redactable | undefined {
    return this.#comments.get(id);
  }

  chatLine(ticket: number, name: string): ChatLine | undefined {
    return this.#chats.get(ticket)?.find((line) => line.name === name);
  }
}
