import type { HostKind } from '@lethe/hosts';
import { z } from 'zod';

/** One thing an administrator writes about a host. */
export interface HostField {
  /** Where it stands in the settings: `signIn.tokenFrom`. */
  readonly path: string;
  /** `key`: the settings name a variable, and the key itself is kept apart; `fixed` is always the same. */
  readonly type: 'text' | 'key' | 'fixed';
  readonly value?: string;
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly oneOf?: readonly Shape[] | undefined;
  readonly const?: unknown;
  readonly default?: unknown;
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), shape).optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(shape).optional(),
    oneOf: z.array(shape).optional(),
    const: z.unknown().optional(),
    default: z.unknown().optional(),
  }),
);

/**
 * What has to be written about a host of that kind, by the kind's own schema: what is required, and addresses; of several ways
 * to sign in the first. Everything else has a default and can be written as in the settings file.
 */
export function fieldsOf({ settings }: Pick<HostKind, 'settings'>): readonly HostField[] {
  return fieldsIn(shape.parse(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })), []);
}

function fieldsIn(whole: Shape, around: readonly string[]): readonly HostField[] {
  const { properties = {}, required = [] } = firstOf(whole);
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || name === 'address');
  return wanted.flatMap(([name, inner]) => fieldsOfOne([...around, name], inner));
}

function fieldsOfOne(path: readonly string[], inner: Shape): readonly HostField[] {
  const way = firstOf(inner);
  if (way.properties !== undefined) return fieldsIn(way, path);
  const name = path.join('.');
  if (typeof way.const === 'string') return [{ path: name, type: 'fixed', value: way.const }];
  if (name.endsWith('From')) return [{ path: name, type: 'key' }];
  return [{ path: name, type: 'text', ...(typeof way.default === 'string' ? { value: way.default } : {}) }];
}

function firstOf(one: Shape): Shape {
  return one.anyOf?.[0] ?? one.oneOf?.[0] ?? one;
}
