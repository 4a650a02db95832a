import ts from 'typescript';
import { textOf } from './literal-text.ts';

/** What `{ says: '…', check }` says: a law that a suite tries on every host. Nothing for any other object. */
export function lawTitle(node: ts.ObjectLiteralExpression): string | undefined {
  const says = node.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === 'says');
  const isTried = node.properties.some(({ name }) => name?.getText() === 'check');
  return says !== undefined && isTried ? textOf(says.initializer) : undefined;
}
