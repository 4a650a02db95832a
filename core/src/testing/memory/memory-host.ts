import type {
  Host,
  Person,
  PersonId,
  PersonQuery,
  Reading,
  ReadyStep,
  Receipt,
  Scope,
  Spot,
  SpotId,
} from '../../host.ts';
import type { StepGroup } from '../../host.ts';
import { identifierKinds } from '../../identifiers.ts';
import type { Identifiers } from '../../identifiers.ts';
import type { Disturbance } from '../disturbance.ts';
import { contentOf, textsIn } from './cell.ts';
import { searchable } from './searchable.ts';
import type { Cell, CellValue, Owner } from './cell.ts';
import { memoryProfile } from './memory-profile.ts';
import type { MemoryOptions } from './memory-profile.ts';
import type { MemoryStore } from './memory-store.ts';
import { dossiersOf, dossierView, ownerView, personView, spotView } from './views.ts';

/** What a memory host works on. */
export interface MemoryParts {
  readonly store: MemoryStore;
  readonly disturbance: Disturbance;
  readonly options: MemoryOptions;
}

/** The port over a memory store: a call for each sheet read, a call for each sheet changed. */
export class MemoryHost implements Host {
  readonly profile: Host['profile'];
  readonly #store: MemoryStore;
  readonly #disturbance: Disturbance;
  readonly #options: MemoryOptions;

  constructor({ store, disturbance, options }: MemoryParts) {
    this.profile = memoryProfile(options);
    this.#store = store;
    this.#disturbance = disturbance;
    this.#options = options;
  }

  preflight(): Promise<readonly []> {
    this.#disturbance.read();
    return Promise.resolve([]);
  }

  async *findPeople(query: PersonQuery): AsyncGenerator<Person> {
    this.#disturbance.read();
    for (const record of this.#store.people.values()) {
      if (this.#isAsked(record.id, query)) yield personView(this.#store, record);
    }
  }

  async *spots(scopes: readonly Scope[]): AsyncGenerator<Spot> {
    const asked = this.#sheets().filter((sheet) => scopes.some((scope) => this.#isIn(sheet, scope)));
    const isOwn = ({ id }: Owner): boolean => scopes.some((scope) => scope.by === 'person' && scope.person === id);
    for (const sheet of [...asked.filter((one) => !isOwn(one)), ...asked.filter(isOwn)]) {
      this.#disturbance.read();
      for (const owner of this.#ownersOn(sheet)) {
        const of = ownerView(this.#store, owner);
        for (const cell of this.#store.cellsOf(owner)) yield spotView(cell, of, this.#options.hides ?? []);
      }
    }
  }

  group(steps: readonly ReadyStep[]): readonly StepGroup[] {
    const groups = new Map<string, ReadyStep[]>();
    for (const step of steps) groups.set(sheetOf(step.spot), [...(groups.get(sheetOf(step.spot)) ?? []), step]);
    return [...groups].map(([sheet, some]) => ({ call: `change ${sheet}`, steps: some }));
  }

  async apply({ steps }: StepGroup): Promise<readonly Receipt[]> {
    return this.#disturbance.write(steps, (some) => some.map((step) => this.#do(step)));
  }

  async *reread(spots: readonly SpotId[]): AsyncGenerator<Reading> {
    for (const sheet of new Set(spots.map(sheetOf))) {
      this.#disturbance.read();
      for (const spot of spots.filter((one) => sheetOf(one) === sheet)) yield this.#reading(spot);
    }
  }

  #isAsked(id: PersonId, query: PersonQuery): boolean {
    if (query.by === 'everybody') return true;
    return query.by === 'id' ? id === query.person : this.#mentions({ type: 'person', id }, query.who);
  }

  #sheets(): readonly Owner[] {
    return [
      ...[...this.#store.dossiers.keys()].map((id): Owner => ({ type: 'dossier', id })),
      ...[...this.#store.people.keys()].map((id): Owner => ({ type: 'person', id })),
    ];
  }

  /** A ticket's sheet holds its messages. */
  #ownersOn(sheet: Owner): readonly Owner[] {
    if (sheet.type !== 'dossier') return [sheet];
    return [sheet, ...this.#store.messagesOf(sheet.id).map(({ id }): Owner => ({ type: 'message', id }))];
  }

  #isIn(sheet: Owner, scope: Scope): boolean {
    switch (scope.by) {
      case 'person':
        return sheet.id === scope.person || dossiersOf(this.#store, scope.person).some((id) => id === sheet.id);
      case 'dossier':
        return sheet.id === scope.dossier;
      case 'mention':
        return this.#mentions(sheet, scope.who);
      case 'everything':
        return true;
    }
  }

  #mentions(sheet: Owner, who: Identifiers): boolean {
    const texts = this.#ownersOn(sheet).flatMap((owner) => this.#store.cellsOf(owner));
    const words = identifierKinds.flatMap((kind) => who[kind].map((text) => searchable(text.reveal())));
    return texts.some((cell) => words.some((word) => word !== '' && this.#store.indexed(cell).includes(word)));
  }

  #reading(spot: SpotId): Reading {
    const cell = this.#store.cells.get(spot);
    if (cell === undefined) return { spot, content: 'gone' };
    const dossier = this.#store.dossierOf(cell.owner);
    const isHidden = this.#options.hides?.includes(cell.kind) === true;
    return {
      spot,
      content: isHidden ? { form: 'hidden' } : contentOf(cell.value),
      ...(dossier === undefined ? {} : { dossier: dossierView(this.#store, dossier) }),
    };
  }

  #do(step: ReadyStep): Receipt {
    const cell = this.#store.cells.get(step.spot);
    if (cell === undefined) return { step: step.id, claim: 'absent' };
    const ability = this.profile.abilities[step.kind];
    if (ability.can === 'nothing' || !ability.can.includes(step.verb))
      throw new TypeError(
        `The memory host was asked to ${step.verb} a ${step.kind}, which its profile does not allow.`,
      );
    if (step.before !== undefined && !textsIn(cell.value).includes(step.before.reveal()))
      return { step: step.id, claim: 'stale' };
    this.#change(cell, step);
    return { step: step.id, claim: 'done' };
  }

  #change(cell: Cell, { verb, after }: ReadyStep): void {
    if (verb === 'remove') this.#store.remove(cell);
    else if (verb === 'close') this.#store.write(cell, { form: 'access', open: false });
    else if (after !== undefined) this.#store.write(cell, written(cell.value, after));
  }
}

/** A spot's id begins with its sheet, so that grouping needs no look into the store. */
export function sheetOf(spot: SpotId): string {
  return spot.split('/')[0] ?? spot;
}

function written(old: CellValue, after: NonNullable<ReadyStep['after']>): CellValue {
  if (after.form === 'list') return { form: 'list', items: after.items.map((item) => item.reveal()) };
  const text = after.text.reveal();
  return old.form === 'html' ? { form: 'html', text } : { form: 'plain', text };
}
