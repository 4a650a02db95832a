import { getColor } from '@zendeskgarden/react-theming';
import { Table } from '@zendeskgarden/react-tables';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Heard } from './layout.ts';

const Compact = styled(Table)`
  table-layout: auto;
  min-width: 0;
  && th,
  && td {
    padding: 6px 8px;
    height: auto;
    vertical-align: top;
    line-height: 20px;
    white-space: normal;
    hyphens: auto;
    overflow-wrap: break-word;
    @media (max-width: 480px) {
      padding: 6px 4px;
      font-size: 13px;
      &:not([data-number]) {
        overflow-wrap: anywhere;
      }
    }
  }
  && th:first-child,
  && td:first-child {
    padding-inline-start: 0;
    @media (max-width: 480px) {
      min-width: 90px;
      overflow-wrap: anywhere;
    }
  }
  && [data-number] {
    width: 1%;
    text-align: end;
    overflow-wrap: normal;
    font-variant-numeric: tabular-nums;
  }
  && [data-zero] {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  }
  && tr[data-total] td {
    font-weight: 600;
  }
`;

/** A table of words and numbers: the first column names the line, numbers stand at the right. */
export interface Counted {
  /** What it shows; heard by screen readers. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns hold numbers. */
  readonly numbers: readonly number[];
  /** Whether the last row sums the others up. */
  readonly total?: boolean;
}

interface Mark {
  readonly 'data-number'?: true;
}

/** Words and numbers as a table. */
export function CountTable({ caption, head, rows, numbers, total = false }: Counted): ReactElement {
  const mark = (column: number): Mark => (numbers.includes(column) ? { 'data-number': true } : {});
  return (
    <Compact isReadOnly>
      <caption>
        <Heard>{caption}</Heard>
      </caption>
      <Table.Head>
        <Table.HeaderRow>
          {head.map((title, column) => (
            <Table.HeaderCell key={column} scope="col" {...mark(column)}>
              {title}
            </Table.HeaderCell>
          ))}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows.map((cells, row) => (
          <CountRow key={row} cells={cells} mark={mark} total={total && row === rows.length - 1} />
        ))}
      </Table.Body>
    </Compact>
  );
}

function CountRow(props: {
  readonly cells: readonly string[];
  readonly mark: (column: number) => Mark;
  readonly total: boolean;
}): ReactElement {
  const { cells, mark, total } = props;
  return (
    <Table.Row {...(total ? { 'data-total': true } : {})}>
      {cells.map((cell, column) => (
        <Table.Cell key={column} {...mark(column)} {...(cell === '0' ? { 'data-zero': true } : {})}>
          {cell}
        </Table.Cell>
      ))}
    </Table.Row>
  );
}
