import type { Content } from '../host.ts';
import type { Identifiers } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { withCoded } from './coded.ts';
import { withoutStretches } from './cut.ts';
import { findingOf, findingsIn } from './findings-in.ts';
import type { CutText, Finder, Finding, Known } from './finder.ts';
import { matchersFor } from './matching/matchers-for.ts';
import { NEUTRAL } from './neutral.ts';
import { asItIs, type FormRead } from './reading/place.ts';
import { readingsOf } from './reading/readings.ts';
import { Shelf } from './reading/shelf.ts';
import { type Found, searcher } from './search.ts';
import { Sieve } from './sieve.ts';
import type { TextForm } from './text-form.ts';
import { coversAll, tellingPart } from './whole-entry.ts';

/**
 * Looks for everything that names a person, in time linear to the text. A mention that runs over HTML tags is reported as one
 * finding for each stretch between them. Of other people who are known, no whole name is touched, and a given name or family
 * name they share with the person is never certain alone.
 */
export function finderFor(who: Identifiers, known: Known = {}): Finder {
  return new TextFinder(who, known);
}

const nobody: Found & FormRead = { certain: [], ambiguous: [], places: () => [], write: asItIs };

class TextFinder implements Finder {
  readonly #search: ReturnType<typeof searcher>;
  readonly #sieve: Sieve;
  readonly #shelf = new Shelf();

  constructor(who: Identifiers, { others = [] }: Known) {
    const matchers = matchersFor(who, others);
    this.#search = searcher(matchers);
    this.#sieve = new Sieve(matchers.flatMap(({ heads }) => heads));
  }

  find(text: Personal, form: TextForm): readonly Finding[] {
    return findingsIn(this.#found(text.reveal(), form));
  }

  cut(text: Personal, form: TextForm, replacement: string): CutText {
    const source = text.reveal();
    const { certain: stretches, places, write } = this.#found(source, form);
    if (stretches.length === 0) return { text, findings: [] };
    const cut = { stretches, places, write };
    const wanted = withoutStretches(source, { ...cut, replacement });
    const names = this.#found(wanted, form).certain.length > 0;
    const after = names ? withoutStretches(source, { ...cut, replacement: NEUTRAL }) : wanted;
    return { text: Personal.of(after), findings: stretches.map(findingOf) };
  }

  mentions(content: Content): boolean {
    switch (content.form) {
      case 'plain':
      case 'html':
      case 'adf':
        return this.#names(content.text, content.form);
      case 'list':
        return content.items.some((item) => this.#names(item, 'plain'));
      case 'file':
        return this.#names(content.name, 'file-name') || this.#names(content.description, 'plain');
      case 'access':
      case 'hidden':
        return false;
    }
  }

  isTheirs(entry: Personal): boolean {
    const telling = tellingPart(entry.reveal());
    return coversAll(telling, this.#found(telling, 'plain'));
  }

  #names(text: Personal | undefined, form: TextForm): boolean {
    return text !== undefined && this.#found(text.reveal(), form).certain.length > 0;
  }

  #found(text: string, form: TextForm): Found & FormRead {
    if (!this.#sieve.mayName(text, form)) return nobody;
    const readings = readingsOf(text, form, this.#shelf);
    const found = this.#search(text, readings);
    const { coded } = readings;
    const all = coded.length === 0 ? found : withCoded(found, this.#search(text, { ...readings, ways: coded }));
    this.#shelf.putBack();
    return { ...all, places: readings.places, write: readings.write };
  }
}
