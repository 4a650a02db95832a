import { DynamicTable } from '@forge/react';
import type { ReactElement, ReactNode } from 'react';

/** A table: a head, rows of the same length. Past so many rows it turns pages by itself. */
export function SimpleTable(props: {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly rowsPerPage?: number;
}): ReactElement {
  const { label, head, rows, rowsPerPage = 25 } = props;
  return (
    <DynamicTable
      label={label}
      head={{ cells: head.map((content, index) => ({ key: `h${index}`, content })) }}
      rows={rows.map((cells, row) => ({
        key: `r${row}`,
        cells: cells.map((content, index) => ({ key: `c${index}`, content })),
      }))}
      {...(rows.length > rowsPerPage ? { rowsPerPage } : {})}
    />
  );
}
