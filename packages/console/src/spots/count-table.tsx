import { VisuallyHidden } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { TableHead } from '../parts/table-head.tsx';

/** A row: what it is about, then its cells. `group` starts a group of rows under a heading of its own. */
export interface CountRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly group?: string;
}

/** A table of counts, narrow enough for a phone. Numbers stand at the right; the last row may be the sum. */
export function CountTable(props: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly CountRow[];
  readonly total?: readonly ReactNode[];
}): ReactElement {
  const { caption, head, rows, total } = props;
  return (
    <table className="counts">
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <TableHead columns={head} />
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} head={head} />
        ))}
        {total === undefined ? null : <Row row={{ key: 'total', cells: total }} head={head} total />}
      </tbody>
    </table>
  );
}

function Row({
  row: { cells, group },
  head,
  total,
}: {
  readonly row: CountRow;
  readonly head: readonly string[];
  readonly total?: boolean;
}): ReactElement {
  const [first, ...rest] = cells;
  return (
    <>
      {group === undefined ? null : (
        <tr className="group">
          <th colSpan={head.length} scope="colgroup">
            {group}
          </th>
        </tr>
      )}
      <tr className={total === true ? 'total' : undefined}>
        <th scope="row">{first}</th>
        {rest.map((cell, index) => (
          <td key={index} data-label={head[index + 1]}>
            {cell}
          </td>
        ))}
      </tr>
    </>
  );
}
