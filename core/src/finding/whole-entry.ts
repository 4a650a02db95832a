import type { Found } from './search.ts';

/** What of an entry of a recipients list says who it is: the address in angle brackets, else all of it. */
export function tellingPart(entry: string): string {
  const open = entry.lastIndexOf('<');
  const close = entry.indexOf('>', open);
  const inside = open === -1 || close === -1 ? '' : entry.slice(open + 1, close);
  return (/[\p{L}\p{Nd}]/u.test(inside) ? inside : entry).trim().replace(/^mailto:/i, '');
}

/** Whether what was found leaves no letter and no digit of a text; "Jane" alone may be anybody's entry. */
export function coversAll(text: string, { certain, ambiguous }: Found): boolean {
  const whole = [...certain, ...ambiguous].filter(({ how }) => how !== 'part-of-name');
  const stretches = whole.sort((one, other) => one.start - other.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of stretches) {
    rest += text.slice(at, start);
    at = end;
  }
  return stretches.length > 0 && !/[\p{L}\p{Nd}]/u.test(rest + text.slice(at));
}
