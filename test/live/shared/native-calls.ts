import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A place the native part found. */
const traceShape = z.strictObject({
  table: z.string(),
  id: z.string(),
  column: z.string().nullable(),
  text: z.string().nullable(),
  why: z.array(z.enum(['self', 'author', 'assignee', 'watcher', 'member', 'value', 'issue', 'mention'])).min(1),
  may: z.array(z.enum(['text', 'remove'])),
  because: z.string().optional(),
  hidden: z.literal(true).optional(),
  made: z.string().nullable(),
  links: z.record(z.string(), z.string().regex(/^\d+$/)),
  facts: z.record(z.string(), z.string()),
});
export type Trace = z.infer<typeof traceShape>;

const pageShape = z.strictObject({ traces: z.array(traceShape), next: z.string().nullable() });
const resultShape = z.strictObject({
  result: z.enum(['done', 'gone', 'stale', 'refused']),
  because: z.string().optional(),
});
export type Result = z.infer<typeof resultShape>;

/** What a call answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One of a host's ways to its native part: the name of the call, and the body of a POST. */
export type NativeCall = (call: string, body?: unknown) => Promise<Answer>;

/** Walks through all pages of a search. */
export async function walkTraces(
  native: NativeCall,
  search: Readonly<Record<string, unknown>>,
): Promise<readonly Trace[]> {
  const found: Trace[] = [];
  let cursor: string | null = null;
  do {
    const { status, body } = await native('traces', { ...search, ...(cursor === null ? {} : { cursor }) });
    if (status !== 200) throw new Error(`traces answered ${status}`);
    const page: z.infer<typeof pageShape> = pageShape.parse(body);
    found.push(...page.traces);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

/** Sends changes in batches; one result for each. */
export async function change(native: NativeCall, changes: readonly unknown[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < changes.length; from += 200) {
    const { status, body } = await native('change', { changes: changes.slice(from, from + 200) });
    if (status !== 200) throw new Error(`change answered ${status}: ${JSON.stringify(body)}`);
    results.push(...z.strictObject({ results: z.array(resultShape) }).parse(body).results);
  }
  return results;
}

/** What the native part wants to see as proof that a text was read. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The place of a trace, as a dump names it. */
export function at(trace: Trace): string {
  return `${trace.table}/${trace.id}/${trace.column ?? ''}`;
}
