import type { Report } from '@lethe/core';

/** What a spreadsheet takes for a formula, or for the end of a cell, at the beginning of one; wide forms too. */
const formula = /^[\s\u0000-\u001f]*[=+\-@|%＝＋－＠\t\r\n\u0000]/u;

/** One cell: quoted as RFC 4180 says, and never a formula. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('\u0000', '').replaceAll('"', '""')}"`;
}

/** Rows as a file: the first line names the columns. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A report as a table: what was planned and how it ended for each kind, then every spot that is not proven gone. */
export function reportCsv(report: Report): string {
  const { run, host, person, state, steps } = report;
  const about = [run, host.name, person, state];
  const kinds = steps.kinds.flatMap(({ kind, ends }) =>
    Object.entries(ends).map(([end, count]) => [...about, 'steps', kind, '', end, count, '']),
  );
  const left = report.notProven.map(({ kind, label, end, remedy }) => [
    ...about,
    ...['not-proven', kind, label, end],
    1,
    remedy ?? '',
  ]);
  const gaps = report.gaps.map(({ kind, label, because, instead }) => [
    ...about,
    ...['gap', kind, label, because],
    1,
    instead ?? '',
  ]);
  const remains = report.remains.map(({ kind, where, steps: many }) => [
    ...about,
    'remains',
    kind,
    where,
    '',
    many,
    '',
  ]);
  return csv([head, ...kinds, ...left, ...gaps, ...remains]);
}

const head = ['run', 'host', 'person', 'state', 'what', 'kind', 'label', 'end', 'count', 'remedy'];
