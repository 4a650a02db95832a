import { Refused } from './answer.ts';

/** One condition: `Requestor.EmailAddress LIKE 'x'`. */
export interface Condition {
  readonly field: string;
  /** What stands after the dot or in the braces: `EmailAddress`, the name of a custom field. */
  readonly key: string | undefined;
  readonly operator: string;
  readonly value: string;
}

/** What a query asks for. */
export type Query =
  { readonly all: readonly Query[] } | { readonly any: readonly Query[] } | { readonly condition: Condition };

const pieces =
  /\s*(?:(\(|\))|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*(?:\.(?:\{[^}]*\}|\w+))*)|(!=|>=|<=|<>|=|>|<)|(-?\d+))/y;

interface Word {
  readonly kind: 'bracket' | 'text' | 'name' | 'operator' | 'number';
  readonly text: string;
}

function wordsIn(query: string): Word[] {
  const words: Word[] = [];
  pieces.lastIndex = 0;
  for (let at = 0; query.slice(at).trim() !== ''; at = pieces.lastIndex) {
    pieces.lastIndex = at;
    const found = pieces.exec(query);
    if (found === null) throw wrong(query);
    const [, bracket, single, double, name, operator, number] = found;
    const text = single ?? double;
    if (bracket !== undefined) words.push({ kind: 'bracket', text: bracket });
    else if (text !== undefined) words.push({ kind: 'text', text: text.replaceAll(/\\(.)/g, '$1') });
    else if (name !== undefined) words.push({ kind: 'name', text: name });
    else if (operator !== undefined) words.push({ kind: 'operator', text: operator });
    else words.push({ kind: 'number', text: number ?? '' });
  }
  return words;
}

/** RT tells the whole query back, and where in its source it noticed. */
function wrong(query: string): Refused {
  return new Refused(400, { message: `Wrong query, expecting a OPERATOR in '${query}' at Tickets.pm line 3187.\n` });
}

/** Takes TicketSQL apart. Throws `Refused` for what RT does not understand; it knows no `IN`. */
export function queryIn(text: string): Query {
  const reader = new Reader(text, wordsIn(text));
  const query = reader.any();
  reader.end();
  return query;
}

/** Conditions of a query, wherever they stand in it. */
export function conditionsIn(query: Query): readonly Condition[] {
  if ('condition' in query) return [query.condition];
  return ('all' in query ? query.all : query.any).flatMap(conditionsIn);
}

class Reader {
  readonly #text: string;
  readonly #words: readonly Word[];
  #at = 0;

  constructor(text: string, words: readonly Word[]) {
    this.#text = text;
    this.#words = words;
  }

  any(): Query {
    const parts = [this.#all()];
    while (this.#takes('OR')) parts.push(this.#all());
    return { any: parts };
  }

  end(): void {
    if (this.#at < this.#words.length) throw wrong(this.#text);
  }

  #all(): Query {
    const parts = [this.#one()];
    while (this.#takes('AND')) parts.push(this.#one());
    return { all: parts };
  }

  #one(): Query {
    if (this.#takes('(')) {
      const inner = this.any();
      if (!this.#takes(')')) throw wrong(this.#text);
      return inner;
    }
    const name = this.#next();
    if (name.kind !== 'name') throw wrong(this.#text);
    const { field = '', key } = /^(?<field>\w+)(?:\.\{?(?<key>[^}]*)\}?)?$/.exec(name.text)?.groups ?? {};
    return { condition: { field, key, operator: this.#operator(), value: this.#next().text } };
  }

  #operator(): string {
    const word = this.#next();
    const text = word.text.toUpperCase();
    if (word.kind === 'operator' || ['LIKE', 'STARTSWITH', 'ENDSWITH'].includes(text)) return text;
    if (text === 'NOT' && this.#takes('LIKE')) return 'NOT LIKE';
    if (text === 'IS') return this.#takes('NOT') ? 'IS NOT' : 'IS';
    throw wrong(this.#text);
  }

  #takes(word: string): boolean {
    const next = this.#words[this.#at];
    if (next === undefined || next.kind === 'text' || next.text.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #next(): Word {
    const word = this.#words[this.#at];
    if (word === undefined) throw wrong(this.#text);
    this.#at += 1;
    return word;
  }
}
