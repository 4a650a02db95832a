import { invalid } from './answer.ts';

/** What is asked of each issue. */
export type Query =
  | { readonly is: 'or' | 'and'; readonly of: readonly Query[] }
  | { readonly is: 'not'; readonly of: Query }
  | { readonly is: 'clause'; readonly field: string; readonly operator: Operator; readonly values: readonly Value[] };

/** A value, or a function with its arguments. */
export type Value = string | { readonly called: string; readonly given: readonly string[] };

type Operator = '=' | '!=' | '~' | '!~' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

/** A whole JQL text. */
export interface Jql {
  readonly query: Query | undefined;
  readonly order: readonly { readonly field: string; readonly down: boolean }[];
}

interface Token {
  readonly text: string;
  /** Quoted words are never words of the language. */
  readonly quoted: boolean;
}

/** Takes JQL apart; refuses what Jira refuses. */
export function parseJql(text: string): Jql {
  const reader = new Reader(tokensOf(text));
  const query = reader.isAt('order') || reader.isDone ? undefined : orOf(reader);
  const order = reader.take('order') ? orderOf(reader) : [];
  if (!reader.isDone) throw unreadable();
  return { query, order };
}

function unreadable(): ReturnType<typeof invalid> {
  return invalid('Error in the JQL Query.');
}

function tokensOf(text: string): readonly Token[] {
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|<=|>=|[=~<>(),])|([^\s"'=!~<>(),]+))/y;
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  while (pattern.lastIndex < trimmed.length) {
    const found = pattern.exec(trimmed);
    if (found === null) throw unreadable();
    const [, double, single, sign, word] = found;
    const quoted = double ?? single;
    tokens.push(
      quoted === undefined ? { text: sign ?? word ?? '', quoted: false } : { text: unescaped(quoted), quoted: true },
    );
  }
  return tokens;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  isAt(word: string): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && !token.quoted && token.text.toLowerCase() === word;
  }

  take(word: string): boolean {
    if (!this.isAt(word)) return false;
    this.#at += 1;
    return true;
  }

  expect(word: string): void {
    if (!this.take(word)) throw unreadable();
  }

  /** A name or value. */
  next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined || (!token.quoted && /^[=!~<>(),]/.test(token.text))) throw unreadable();
    this.#at += 1;
    return token;
  }
}

function orOf(reader: Reader): Query {
  const of = [andOf(reader)];
  while (reader.take('or')) of.push(andOf(reader));
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { is: 'or', of };
}

function andOf(reader: Reader): Query {
  const of = [termOf(reader)];
  while (reader.take('and')) of.push(termOf(reader));
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { is: 'and', of };
}

function termOf(reader: Reader): Query {
  if (reader.take('not')) return { is: 'not', of: termOf(reader) };
  if (!reader.take('(')) return clauseOf(reader);
  const inside = orOf(reader);
  reader.expect(')');
  return inside;
}

function clauseOf(reader: Reader): Query {
  const field = reader.next().text;
  const operator = operatorOf(reader);
  const isList = operator === 'in' || operator === 'not in';
  const values = isList && reader.take('(') ? listOf(reader) : [valueOf(reader)];
  return { is: 'clause', field, operator, values };
}

function operatorOf(reader: Reader): Operator {
  for (const sign of ['=', '!=', '~', '!~', '<=', '>=', '<', '>'] as const) if (reader.take(sign)) return sign;
  if (reader.take('in')) return 'in';
  if (reader.take('is')) return reader.take('not') ? 'is not' : 'is';
  reader.expect('not');
  reader.expect('in');
  return 'not in';
}

function listOf(reader: Reader): readonly Value[] {
  const values = [valueOf(reader)];
  while (reader.take(',')) values.push(valueOf(reader));
  reader.expect(')');
  return values;
}

function valueOf(reader: Reader): Value {
  const { text, quoted } = reader.next();
  if (quoted || !reader.take('(')) return text;
  if (reader.take(')')) return { called: text.toLowerCase(), given: [] };
  const given = [reader.next().text];
  while (reader.take(',')) given.push(reader.next().text);
  reader.expect(')');
  return { called: text.toLowerCase(), given };
}

function orderOf(reader: Reader): Jql['order'] {
  reader.expect('by');
  const order = [];
  do {
    const field = reader.next().text.toLowerCase();
    const down = reader.take('desc');
    if (!down) reader.take('asc');
    order.push({ field, down });
  } while (reader.take(','));
  return order;
}
