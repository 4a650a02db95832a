import type { Personal, PersonId } from '@lethe/core';
import type { InsidePart, Row } from '@lethe/inside';
import { ticketTable } from './homes.ts';
import type { Mails } from './homes.ts';
import { personIdOf } from '../ids.ts';

/** What a listing learns about mails as their rows come. */
export class GrowingMails implements Mails {
  readonly heads = new Map<string, Personal>();
  readonly copied = new Map<string, readonly PersonId[]>();
  readonly #part: InsidePart;

  constructor(part: InsidePart) {
    this.#part = part;
  }

  /** The first part of a mail has its headers; who is in copy of a ticket is asked for, as these rows come last. */
  async learn(rows: readonly Row[], tickets: readonly string[]): Promise<void> {
    for (const { table, facts, links, columns } of rows) {
      const headers = columns.find(({ name }) => name === 'Headers')?.text;
      if (table === 'Attachments' && facts.root === 'true' && links.transaction !== undefined && headers !== undefined)
        this.heads.set(links.transaction, headers);
    }
    if (tickets.length > 0) await this.#learnCopied(tickets);
  }

  async #learnCopied(tickets: readonly string[]): Promise<void> {
    for await (const page of this.#part.traces({ cases: tickets, tables: ['GroupMembers'] }))
      for (const { table, facts, links } of page) {
        const ticket = links[ticketTable.link];
        if (table !== 'GroupMembers' || facts.role !== 'Cc' || ticket === undefined || links.user === undefined)
          continue;
        this.copied.set(ticket, [...(this.copied.get(ticket) ?? []), personIdOf(links.user)]);
      }
  }
}

const mailTables = ['Attachments', 'Transactions'];

/**
 * Tickets where a mention alone was found in a mail: whether a mail goes as a whole is told by all of it, and by its headers.
 * Found by more than a mention, it comes whole anyway.
 */
export function ticketsWithMailsIn(rows: readonly Row[]): readonly string[] {
  const mentioned = rows.filter(({ table, own }) => mailTables.includes(table) && !own);
  return [...new Set(mentioned.flatMap(({ links }) => links[ticketTable.link] ?? []))];
}
