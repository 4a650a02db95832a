import { z } from 'zod';

const condition = z.object({
  property: z.string().exactOptional(),
  condition: z.string(),
  values: z.array(z.unknown()),
});
const conditions = z.object({ and: z.array(condition).exactOptional(), or: z.array(condition).exactOptional() });
const ttl = z.object({ value: z.number().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const options = z.object({
  ttl: ttl.exactOptional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).exactOptional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).exactOptional(),
});
const operation = z.object({
  key: z.string(),
  value: z.unknown().optional(),
  entityName: z.string().exactOptional(),
  conditions: conditions.exactOptional(),
  options: options.exactOptional(),
});
const operations = z.array(operation);

/** What the package sends to each address of the store. */
export const wire = {
  operation,
  operations,
  transaction: z.object({
    set: operations.exactOptional(),
    delete: operations.exactOptional(),
    check: operations.exactOptional(),
  }),
  query: z.object({
    limit: z.number().exactOptional(),
    after: z.string().exactOptional(),
    where: z.array(condition).exactOptional(),
  }),
  entityQuery: z.object({
    entityName: z.string(),
    indexName: z.string(),
    partition: z.array(z.unknown()).exactOptional(),
    range: condition.exactOptional(),
    filters: conditions.exactOptional(),
    sort: z.enum(['ASC', 'DESC']).exactOptional(),
    cursor: z.string().exactOptional(),
    limit: z.number().exactOptional(),
  }),
} as const;

/** A condition on an attribute of an entity. */
export type WireCondition = z.infer<typeof condition>;
/** Conditions of which all, or one, must hold. */
export type WireConditions = z.infer<typeof conditions>;
/** How long something is to stay. */
export type Ttl = z.infer<typeof ttl>;
/** One operation of a transaction or a batch, or a request of its own. */
export type Operation = z.infer<typeof operation>;
/** Operations that happen together or not at all. */
export type Transaction = z.infer<(typeof wire)['transaction']>;
/** A query over plain keys. */
export type PlainQuery = z.infer<(typeof wire)['query']>;
/** A query over the index of an entity. */
export type EntityQuery = z.infer<(typeof wire)['entityQuery']>;
