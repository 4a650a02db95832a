import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { HostError } from '@lethe/core';
import { clearAbandoned, writeWhole } from './atomic-file.ts';
import { isMissing, onDisk } from './disk-error.ts';
import { isTicket } from './ids.ts';
import { deskSchema, personSchema, ticketSchema } from './schema.ts';
import type { DeskFacts, StoredPerson, StoredTicket } from './schema.ts';

/** The folders a desk consists of. */
export const deskFolders = ['tickets', 'people', 'waiting'] as const;

/**
 * A help desk in a folder: one JSON file per ticket and person. Nothing is held in memory, so what is read is what is
 * there now. Every member may throw `HostError`.
 */
export class Desk {
  readonly #folder: string;

  /** Opens a desk that is there, and clears away what a killed process left half-written. */
  constructor(folder: string) {
    this.#folder = folder;
    onDisk(() => clearAbandoned(join(folder, 'waiting'), Date.now()));
  }

  get facts(): DeskFacts {
    return this.#known(deskSchema, 'desk.json');
  }

  /** Numbers of all tickets, oldest first. */
  get ticketIds(): readonly string[] {
    return this.#idsIn('tickets');
  }

  /** Numbers of all accounts, oldest first. */
  get personIds(): readonly string[] {
    return this.#idsIn('people');
  }

  /** A ticket or card as its file has it now, or nothing if there is none: for a quick look. */
  text(id: string): string | undefined {
    return onDisk(() => this.#textOf(fileOf(id)));
  }

  /** The ticket as it is now, or nothing if there is none. */
  ticket(id: string): StoredTicket | undefined {
    return this.#read(ticketSchema, fileOf(id));
  }

  /** The person's card as it is now, or nothing if there is none. */
  person(id: string): StoredPerson | undefined {
    return this.#read(personSchema, fileOf(id));
  }

  keepTicket(ticket: StoredTicket): void {
    this.#write(fileOf(ticket.id), ticket);
  }

  keepPerson(person: StoredPerson): void {
    this.#write(fileOf(person.id), person);
  }

  #idsIn(folder: string): readonly string[] {
    const names = onDisk(() => readdirSync(join(this.#folder, folder)));
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    return ids.sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
  }

  #known<T>(schema: z.ZodType<T>, file: string): T {
    const value = this.#read(schema, file);
    if (value !== undefined) return value;
    throw new HostError('gone', `The sandbox has lost its file ${file}: delete its folder to begin anew.`);
  }

  #read<T>(schema: z.ZodType<T>, file: string): T | undefined {
    const text = onDisk(() => this.#textOf(file));
    return text === undefined ? undefined : parsed(schema, text, file);
  }

  #textOf(file: string): string | undefined {
    try {
      return readFileSync(join(this.#folder, file), 'utf8');
    } catch (error) {
      // A ticket that is gone is no failure; a desk that is gone must not look like one whose tickets are all clean.
      if (isMissing(error) && existsSync(join(this.#folder, 'desk.json'))) return undefined;
      throw error;
    }
  }

  #write(file: string, value: unknown): void {
    const text = fileTextOf(value);
    onDisk(() => writeWhole(join(this.#folder, file), text, join(this.#folder, 'waiting')));
  }
}

function fileOf(id: string): string {
  return join(isTicket(id) ? 'tickets' : 'people', `${id}.json`);
}

/** What stands in a desk's file: JSON that a person can read and compare line by line. */
export function fileTextOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function parsed<T>(schema: z.ZodType<T>, text: string, file: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new HostError(
      'unreadable',
      `The sandbox file ${file} was edited and is no longer understood: undo the edit, or delete the sandbox folder to begin anew.`,
      { cause },
    );
  }
}
