import type { Personal, PersonId } from '@lethe/core';
import type { InsidePart, Row } from '@lethe/inside';
import { ticketTable, typeOf } from './homes.ts';
import type { Mails } from './homes.ts';
import { personIdOf } from '../ids.ts';
import { isRecord, isWritten } from '../passing-on.ts';

/** What a listing learns about mails as their rows come. */
export class GrowingMails implements Mails {
  readonly heads = new Map<string, Personal>();
  readonly copied = new Map<string, readonly PersonId[]>();
  /** A part of each thing somebody wrote, by ticket, in the order they were written. */
  readonly #written = new Map<string, Map<string, Row>>();
  readonly #part: InsidePart;

  constructor(part: InsidePart) {
    this.#part = part;
  }

  /** The first part of a mail has its headers; who is in copy of a ticket is asked for, as these rows come last. */
  async learn(rows: readonly Row[], tickets: readonly string[]): Promise<void> {
    for (const row of rows.filter(({ table }) => table === 'Attachments')) this.#learnPart(row);
    if (tickets.length > 0) await this.#learnCopied(tickets);
  }

  passedOn({ links }: Row): Row | undefined {
    const { ticket = '', transaction = '' } = links;
    const before = [...(this.#written.get(ticket) ?? [])].filter(([id]) => Number(id) < Number(transaction));
    return before.at(-1)?.[1];
  }

  #learnPart(row: Row): void {
    const { transaction, ticket = '' } = row.links;
    if (transaction === undefined) return;
    const headers = row.columns.find(({ name }) => name === 'Headers')?.text;
    if (row.facts.root === 'true' && headers !== undefined) this.heads.set(transaction, headers);
    const written = this.#written.get(ticket) ?? new Map<string, Row>();
    this.#written.set(ticket, written);
    // What is written in the part is not held on to.
    if (isWritten(typeOf(row)) && !written.has(transaction)) written.set(transaction, { ...row, columns: [] });
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

/** What a transaction keeps of a mail is told once the mail's own headers were seen, which come later. */
export function waitsForMails({ table, facts }: Row): boolean {
  return table === 'Transactions' && (isRecord(facts.type ?? '') || isWritten(facts.type ?? ''));
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
