import type { Finding } from '../finding/finder.ts';
import { readingsOf } from '../finding/reading/readings.ts';
import { Shelf } from '../finding/reading/shelf.ts';
import type { TextForm } from '../finding/text-form.ts';
import type { Personal } from '../personal.ts';
import { kernelWalker } from './kernel/kernel-walker.ts';
import { KeyFinder } from './key-finder.ts';
import { PeopleSearches } from './people-searches.ts';
import type { PersonFinding, Scanner, ScannerOptions, Sought } from './scanner.ts';
import { shownIn } from './raw-body.ts';
import { ScriptWalker } from './script-walker.ts';
import { WhoByKey } from './who-by-key.ts';

/**
 * A scanner for any number of people. Its findings are those of each one's `finderFor`, by construction: a walk tells who may be
 * named in a text, at a cost that hardly depends on how many are looked for, and those people's finders look.
 */
export function scannerFor<Id>(people: readonly Sought<Id>[], options: ScannerOptions = {}): Scanner<Id> {
  return new TextScanner(people, options);
}

const USUAL_FORMS: readonly TextForm[] = ['plain', 'html', 'adf', 'json', 'file-name'];

class TextScanner<Id> implements Scanner<Id> {
  readonly way: Scanner<Id>['way'];
  readonly #people: readonly Sought<Id>[];
  readonly #keys: KeyFinder;
  readonly #searches: PeopleSearches;
  readonly #shelf = new Shelf();
  readonly #withParts: boolean;

  constructor(people: readonly Sought<Id>[], { way = 'fastest', parts = 'beside-more', copyInto }: ScannerOptions) {
    const identifiers = people.map((one) => one.identifiers);
    this.#withParts = parts === 'always';
    const who = new WhoByKey(identifiers, this.#withParts);
    const kernel = way === 'script' ? undefined : kernelWalker(who.table);
    this.way = kernel === undefined ? 'script' : 'kernel';
    this.#people = people;
    this.#keys = new KeyFinder(kernel ?? new ScriptWalker(who.table), who, {
      shelf: this.#shelf,
      copyInto,
    });
    this.#searches = new PeopleSearches(identifiers);
  }

  scan(text: Personal, form: TextForm): readonly PersonFinding<Id>[] {
    const source = text.reveal();
    const { people, readings, kindsOf } = this.#keys.candidates(source, form);
    const read = people.length === 0 ? readings : (readings ?? readingsOf(source, form, this.#shelf));
    const find = (person: number): readonly PersonFinding<Id>[] =>
      read === undefined ? [] : this.#of(person, this.#searches.find({ person, kinds: kindsOf(person) }, source, read));
    const found = people.flatMap(find);
    if (read !== undefined) this.#shelf.putBack();
    return people.length < 2 ? found : found.sort((one, other) => one.start - other.start);
  }

  mayHold(body: Uint8Array, forms: readonly TextForm[] = USUAL_FORMS): boolean {
    const shown = shownIn(body, new Set(forms));
    return shown === 'hides' || this.#keys.mayName(shown);
  }

  #of(person: number, findings: readonly Finding[]): readonly PersonFinding<Id>[] {
    const who = this.#people[person];
    const isMeant = who !== undefined && (this.#withParts || findings.some(isMoreThanPart));
    return isMeant ? findings.map((finding) => ({ person: who.id, ...finding })) : [];
  }
}

/** Whether a finding is more than a part of the name, or hangs on one. */
function isMoreThanPart({ how }: Finding): boolean {
  return how !== 'part-of-name' && how !== 'unfiled';
}
