import ts from 'typescript';
import { literalOf, textOf, unknownText } from './literal-text.ts';

const positional = /%[sdifjop]/gu;
const named = /\$(?:\{)?([A-Za-z_]\w*)(?:\.\w+)*\}?/gu;

/** The titles `it.each(table)(title)` gives: one a row, with `…` where a row cannot be read without running it. */
export function titlesOfTable(table: ts.Expression, title: string): readonly string[] {
  const rows = literalOf(table);
  if (!ts.isArrayLiteralExpression(rows)) return [filled(title, undefined)];
  return rows.elements.map((row) => filled(title, literalOf(row)));
}

function filled(title: string, row: ts.Expression | undefined): string {
  const values = valuesOf(row);
  const inOrder = title.replaceAll(positional, () => values.shift() ?? unknownText);
  return inOrder.replaceAll(named, (_, key: string) => valueNamed(row, key)).replaceAll('%%', '%');
}

/** What `%s` and its kin stand for, in order. */
function valuesOf(row: ts.Expression | undefined): string[] {
  if (row === undefined) return [];
  return ts.isArrayLiteralExpression(row) ? row.elements.map((value) => textOf(value)) : [textOf(row)];
}

/** What `$name` stands for. */
function valueNamed(row: ts.Expression | undefined, key: string): string {
  if (row === undefined || !ts.isObjectLiteralExpression(row)) return unknownText;
  const property = row.properties.find((candidate) => candidate.name?.getText() === key);
  return property !== undefined && ts.isPropertyAssignment(property) ? textOf(property.initializer) : unknownText;
}
