import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personSchema, ticketSchema } from '../src/schema.ts';
import type { StoredMessage, StoredPerson, StoredTicket } from '../src/schema.ts';

/** A new empty folder for a sandbox. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lethe-sandbox-'));
}

/** Deletes a sandbox's folder with all that is in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Every file below a folder, by its path inside. */
export function filesIn(folder: string): Readonly<Record<string, Buffer>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

/** All tickets, read past the plugin. */
export function ticketsIn(folder: string): readonly StoredTicket[] {
  return jsonFilesIn(join(folder, 'desk', 'tickets')).map((value) => ticketSchema.parse(value));
}

/** All cards, read past the plugin. */
export function cardsIn(folder: string): readonly StoredPerson[] {
  return jsonFilesIn(join(folder, 'desk', 'people')).map((value) => personSchema.parse(value));
}

/** Writes a ticket past the plugin, as somebody at the desk's own screen would. */
export function putTicket(folder: string, ticket: StoredTicket): void {
  writeFileSync(join(folder, 'desk', 'tickets', `${ticket.id}.json`), JSON.stringify(ticket));
}

/** What is inside the attachments and pictures of a desk. */
export function insidesOf(folder: string): readonly Buffer[] {
  const messages = ticketsIn(folder).flatMap(messagesOf);
  const attachments = [...ticketsIn(folder), ...messages].flatMap((owner) => owner.attachments);
  const photos = cardsIn(folder).flatMap(({ photo }) => photo ?? []);
  return [...attachments, ...photos].map(({ bytes }) => Buffer.from(bytes, 'base64'));
}

/** Messages of a ticket, its notifications included. */
export function messagesOf({ messages, outbox }: StoredTicket): readonly StoredMessage[] {
  return [...messages, ...outbox];
}

function jsonFilesIn(folder: string): readonly unknown[] {
  return readdirSync(folder).map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}
