import type { DossierId, MessageId, PersonId, SpotId } from '../../host.ts';
import { mint } from '../mint.ts';
import type { World } from '../worlds/world.ts';
import { textsIn } from './cell.ts';
import type { Cell, CellValue, Owner } from './cell.ts';
import { fillingOf } from './cells-of-world.ts';
import { loggedKinds } from './memory-profile.ts';
import type { MemoryOptions } from './memory-profile.ts';
import { searchable } from './searchable.ts';
import type { DossierRecord, MessageRecord, PersonRecord } from './records.ts';

/**
 * What a memory host stores: records, cells, a search index, a change log and the mails it sent. Like many hosts it
 * mails everybody who watches a ticket when it changes, as long as their account is open.
 */
export class MemoryStore {
  readonly people = new Map<PersonId, PersonRecord>();
  readonly dossiers = new Map<DossierId, DossierRecord>();
  readonly messages = new Map<MessageId, MessageRecord>();
  readonly cells = new Map<SpotId, Cell>();
  readonly #sheets = new Map<string, Map<SpotId, Cell>>();
  readonly #index = new Map<SpotId, string>();
  readonly #sent: { readonly to: readonly string[]; readonly text: string }[] = [];
  readonly #logs: boolean;

  constructor(world: World, { changeLog = 'none' }: Pick<MemoryOptions, 'changeLog'> = {}) {
    this.#logs = changeLog === 'kept';
    const filling = fillingOf(world);
    for (const person of filling.people) this.people.set(person.id, person);
    for (const dossier of filling.dossiers) this.dossiers.set(dossier.id, dossier);
    for (const message of filling.messages) this.messages.set(message.id, message);
    for (const cell of filling.cells) this.#put(cell);
  }

  /** Cells on one sheet, in the order in which they came. */
  cellsOf({ id }: Owner): readonly Cell[] {
    return [...(this.#sheets.get(id)?.values() ?? [])];
  }

  /** Messages of a ticket. */
  messagesOf(dossier: DossierId): readonly MessageRecord[] {
    return [...this.messages.values()].filter((message) => message.dossier === dossier);
  }

  /** The ticket a sheet is part of, if it is part of one. */
  dossierOf(owner: Owner): DossierId | undefined {
    if (owner.type === 'person') return undefined;
    return owner.type === 'dossier' ? owner.id : this.messages.get(owner.id)?.dossier;
  }

  /** Changes what a cell holds, as a person at a screen would: logs it and mails about it. */
  write(cell: Cell, value: CellValue): void {
    this.#log(cell);
    this.#put({ ...cell, value });
    this.#tell(cell);
  }

  /** Takes a cell away; taking a message's text away takes the message with it. */
  remove(cell: Cell): void {
    const gone = cell.kind === 'message.body' ? this.cellsOf(cell.owner) : [cell];
    if (cell.kind === 'message.body' && cell.owner.type === 'message') this.messages.delete(cell.owner.id);
    for (const { id, owner } of gone) {
      this.cells.delete(id);
      this.#sheets.get(owner.id)?.delete(id);
      this.#index.delete(id);
    }
    this.#tell(cell);
  }

  /** All that is stored, as text. */
  *dump(): Generator<string> {
    for (const part of [this.people, this.dossiers, this.messages, this.cells, this.#index])
      for (const row of part.values()) yield `${JSON.stringify(row)}\n`;
    for (const mail of this.#sent) yield `${JSON.stringify(mail)}\n`;
  }

  /** What the search index holds of a cell. */
  indexed(cell: Cell): string {
    return this.#index.get(cell.id) ?? '';
  }

  /** Addresses that were mailed about changes. */
  get mailed(): readonly string[] {
    return this.#sent.flatMap((mail) => mail.to);
  }

  #put(cell: Cell): void {
    this.cells.set(cell.id, cell);
    const sheet = this.#sheets.get(cell.owner.id) ?? new Map<SpotId, Cell>();
    this.#sheets.set(cell.owner.id, sheet.set(cell.id, cell));
    this.#index.set(cell.id, searchable(textsIn(cell.value).join(' ')));
  }

  #log(cell: Cell): void {
    const [old = ''] = textsIn(cell.value);
    if (!this.#logs || !loggedKinds.includes(cell.kind) || old === '') return;
    const kind = cell.owner.type === 'person' ? 'person.history' : 'dossier.history';
    const id = mint('spot', `${cell.id}/change-${this.cells.size}`);
    const label = `entry ${this.cells.size} of the change log`;
    this.#put({ id, kind, label, owner: cell.owner, about: cell.kind, value: { form: 'plain', text: old } });
  }

  #tell({ owner, kind }: Cell): void {
    const dossier = this.dossierOf(owner);
    if (dossier === undefined || kind === 'dossier.people') return;
    const watchers = this.cellsOf({ type: 'dossier', id: dossier }).flatMap(({ holder }) => holder ?? []);
    for (const watcher of watchers) {
      const sheet = this.cellsOf({ type: 'person', id: watcher });
      const isOpen = sheet.some(({ value }) => value.form === 'access' && value.open);
      const to = sheet.filter((cell) => cell.kind === 'person.email').flatMap(({ value }) => textsIn(value));
      if (isOpen) this.#sent.push({ to, text: `There is something new in ${dossier}.` });
    }
  }
}
