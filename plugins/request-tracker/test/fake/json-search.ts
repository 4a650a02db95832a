import { Refused, isObject } from './answer.ts';
import type { Request } from './answer.ts';
import type { Kind } from './kinds.ts';
import { numberIn, textIn } from './rows.ts';
import type { Cell, Row } from './rows.ts';

/** One condition of a search. */
interface Limit {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** What `LIKE` of SQLite finds: letters of ASCII in any case, `%` and `_` for anything. Goes back to the last `%` only, so it never takes long. */
export function isLike(text: string, pattern: string): boolean {
  const [letters, wanted] = [[...folded(text)], [...folded(pattern)]];
  let [at, of] = [0, 0];
  let back: readonly [at: number, of: number] | undefined;
  while (at < letters.length) {
    if (wanted[of] === '%') {
      back = [at, of];
      of += 1;
    } else if (wanted[of] === '_' || wanted[of] === letters[at]) {
      at += 1;
      of += 1;
    } else if (back === undefined) return false;
    else {
      back = [back[0] + 1, back[1]];
      [at, of] = [back[0], back[1] + 1];
    }
  }
  return wanted.slice(of).every((letter) => letter === '%');
}

function folded(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Rows a search as JSON asks for. Several conditions on one column: any of them; on several columns: all of them. */
export function searched(rows: readonly Row[], kind: Kind, request: Request): readonly Row[] {
  const limits = limitsIn(request).filter(({ field }) => (kind.searchable ?? kind.columns).includes(field));
  // What may not be searched for is passed over: a search for nothing else finds everybody.
  if (limits.length === 0) return kind.showsAll === true ? rows : [];
  const fields = [...new Set(limits.map(({ field }) => field))];
  return rows.filter((row) =>
    fields.every((field) => limits.some((limit) => limit.field === field && holds(row[field] ?? null, limit))),
  );
}

function limitsIn({ method, query, body }: Request): readonly Limit[] {
  const given: unknown = method === 'GET' ? parsed(query.get('query')) : (body ?? []);
  if (!Array.isArray(given)) throw new Refused(400, { message: 'JSON object must be a ARRAY' });
  return given.filter(isObject).flatMap(({ field, operator, value }): Limit[] => {
    if (typeof field !== 'string' || value === undefined || value === null) return [];
    const values = (Array.isArray(value) ? value : [value]).map(String);
    return [{ field, operator: typeof operator === 'string' ? operator.toUpperCase() : '=', values }];
  });
}

function parsed(query: string | null): unknown {
  return query === null || !query.trimStart().startsWith('[') ? [] : JSON.parse(query);
}

function holds(cell: Cell, { operator, values }: Limit): boolean {
  const [value = ''] = values;
  if (operator === 'IS') return cell === null;
  if (operator === 'IS NOT') return cell !== null;
  if (cell === null) return false;
  const text = String(cell);
  switch (operator) {
    case '=':
      return text.toLowerCase() === value.toLowerCase();
    case '!=':
      return text.toLowerCase() !== value.toLowerCase();
    case 'IN':
      return values.includes(text);
    case 'LIKE':
      return isLike(text, `%${value}%`);
    case 'STARTSWITH':
      return isLike(text, `${value}%`);
    case 'NOT LIKE':
      return !isLike(text, `%${value}%`);
    case 'NOT STARTSWITH':
      return !isLike(text, `${value}%`);
    case 'ENDSWITH':
      return isLike(text, `%${value}`);
    case '>':
      return Number(cell) > Number(value);
    case '<':
      return Number(cell) < Number(value);
    case '>=':
      return Number(cell) >= Number(value);
    case '<=':
      return Number(cell) <= Number(value);
    default:
      return false;
  }
}

/** Sorted as asked for, else as its class is. */
export function sorted(rows: readonly Row[], { order }: Kind, { query }: Pick<Request, 'query'>): readonly Row[] {
  const by = query.get('orderby') ?? order;
  const down = query.get('order')?.toUpperCase() === 'DESC' ? -1 : 1;
  const compare = (one: Row, other: Row): number => {
    if (by === 'id') return numberIn(one, 'id') - numberIn(other, 'id');
    const [left, right] = [textIn(one, by), textIn(other, by)];
    return left < right ? -1 : left > right ? 1 : one.id - other.id;
  };
  return [...rows].sort((one, other) => down * compare(one, other));
}
