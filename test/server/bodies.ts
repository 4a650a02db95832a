import { z } from 'zod';
import type { App } from './every-route.ts';

/** As much of JSON Schema as the server's description uses. */
interface Shape {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly additionalProperties?: Shape | boolean | undefined;
  readonly items?: Shape | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly minimum?: number | undefined;
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(shapeSchema).optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    additionalProperties: z.union([z.boolean(), shapeSchema]).optional(),
    items: shapeSchema.optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
  }),
);
const bodiesSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        requestBody: z.object({ content: z.record(z.string(), z.object({ schema: shapeSchema })) }).optional(),
      }),
    ),
  ),
});

const methodSchema = z.enum(['POST', 'PUT', 'PATCH', 'DELETE']);

/** A body that a route takes, as its description has it. */
export interface Body {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly shape: Shape;
}

/** Every body the server's description says it takes. */
export function bodiesOf(app: App): readonly Body[] {
  const { paths } = bodiesSchema.parse(app.swagger());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const shape = requestBody?.content['application/json']?.schema;
      return shape === undefined ? [] : [{ method: methodSchema.parse(method.toUpperCase()), path, shape }];
    }),
  );
}

const samples: Readonly<Record<string, unknown>> = {
  boolean: false,
  integer: 1,
  number: 1,
  string: 'text',
};

/** Something of that shape that may well be taken. */
export function sampleOf({ type, const: fixed, enum: some, anyOf, properties, items, format }: Shape): unknown {
  if (fixed !== undefined) return fixed;
  if (some !== undefined) return some[0];
  if (anyOf?.[0] !== undefined) return sampleOf(anyOf[0]);
  if (properties !== undefined)
    return Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, sampleOf(shape)]));
  if (type === 'object') return {};
  if (type === 'array') return items === undefined ? [] : [sampleOf(items)];
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  return samples[type ?? 'string'] ?? 'text';
}

/** Samples of that shape, each with the poison in one other place: as a value, in place of a list or an object, as a name. */
export function poisonedBy(poison: unknown, shape: Shape): readonly unknown[] {
  const { anyOf, properties, items, type, additionalProperties } = shape;
  const whole = [poison, ...(anyOf ?? []).flatMap((one) => poisonedBy(poison, one))];
  if (type === 'array')
    return [...whole, ...(items === undefined ? [] : poisonedBy(poison, items).map((one) => [one]))];
  if (type !== 'object') return whole;
  const sample = Object.entries(properties ?? {}).map(([name, one]): [string, unknown] => [name, sampleOf(one)]);
  const inside = Object.entries(properties ?? {}).flatMap(([name, one]) =>
    poisonedBy(poison, one).map((value) => Object.fromEntries([...sample, [name, value]])),
  );
  const value = typeof additionalProperties === 'object' ? sampleOf(additionalProperties) : poison;
  return [...whole, ...inside, Object.fromEntries([...sample, [String(poison), value]])];
}
