import type { WireCondition, WireConditions } from './wire.ts';

type Attributes = Readonly<Record<string, unknown>>;
type Test = (held: unknown, first: unknown, second: unknown) => boolean;

const tests: Readonly<Record<string, Test>> = {
  EQUAL_TO: (held, first) => held === first,
  NOT_EQUAL_TO: (held, first) => held !== first,
  EXISTS: (held) => held !== undefined,
  NOT_EXISTS: (held) => held === undefined,
  BEGINS_WITH: (held, first) => typeof held === 'string' && held.startsWith(String(first)),
  CONTAINS: (held, first) => typeof held === 'string' && held.includes(String(first)),
  NOT_CONTAINS: (held, first) => !(typeof held === 'string' && held.includes(String(first))),
  GREATER_THAN: (held, first) => compared(held, first) > 0,
  GREATER_THAN_EQUAL_TO: (held, first) => compared(held, first) >= 0,
  LESS_THAN: (held, first) => compared(held, first) < 0,
  LESS_THAN_EQUAL_TO: (held, first) => compared(held, first) <= 0,
  BETWEEN: (held, first, second) => compared(held, first) >= 0 && compared(held, second) <= 0,
};

/** Whether a row (`undefined`: there is none) meets the conditions; no conditions are met. */
export function meets(row: Attributes | undefined, conditions: WireConditions | undefined): boolean {
  if (conditions === undefined) return true;
  const holds = ({ property = '', ...condition }: WireCondition): boolean => holdsFor(row?.[property], condition);
  return conditions.and?.every(holds) ?? conditions.or?.some(holds) ?? false;
}

/** Whether one value meets one condition. */
export function holdsFor(held: unknown, { condition, values }: Omit<WireCondition, 'property'>): boolean {
  return tests[condition]?.(held, values[0], values[1]) ?? false;
}

/** The order of an index; what is missing or of another type comes nowhere. */
export function compared(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : Number(one > other);
  return Number.NaN;
}
