import type { Personal } from '@lethe/core';
import type { Trace } from './protocol.ts';

/** A text of a row. */
export interface Column {
  readonly name: string;
  /** Nothing for secrets. */
  readonly text: Personal | undefined;
  readonly mayChange: boolean;
}

/** All that one row shows of a person. */
export interface Row {
  readonly table: string;
  readonly id: string;
  readonly made: Date | undefined;
  readonly links: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  /** Whether it was found for more than a mention: then all its texts are here. */
  readonly own: boolean;
  readonly mayRemove: boolean;
  readonly columns: readonly Column[];
}

/** Traces put together to rows; the traces of a row follow each other. */
export async function* rowsOf(pages: AsyncIterable<readonly Trace[]>): AsyncGenerator<readonly Row[]> {
  let open: RowTraces | undefined;
  for await (const page of pages) {
    const groups = groupsOf([...(open ?? []), ...page]);
    open = groups.pop();
    if (groups.length > 0) yield groups.map(rowFrom);
  }
  if (open !== undefined) yield [rowFrom(open)];
}

type RowTraces = readonly [Trace, ...Trace[]];

function groupsOf(traces: readonly Trace[]): RowTraces[] {
  const groups: RowTraces[] = [];
  for (const trace of traces) {
    const last = groups.at(-1);
    if (last?.[0].table === trace.table && last[0].id === trace.id) groups[groups.length - 1] = [...last, trace];
    else groups.push([trace]);
  }
  return groups;
}

function rowFrom(traces: RowTraces): Row {
  const [{ table, id, made, links, facts }] = traces;
  return {
    table,
    id,
    made: made ?? undefined,
    links,
    facts,
    own: traces.some(({ why }) => why.some((one) => one !== 'mention')),
    mayRemove: traces.some(({ may }) => may.includes('remove')),
    columns: traces.flatMap(({ column, text, may }) =>
      column === null ? [] : [{ name: column, text, mayChange: may.includes('text') }],
    ),
  };
}
