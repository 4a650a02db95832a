import ts from 'typescript';
import { titlesOfTable } from './each-table.ts';
import { lawTitle } from './law-title.ts';
import { textOf } from './literal-text.ts';

/** One test as written in its file: the titles of the blocks around it and its own, from outside in. */
export interface TestTitle {
  /** Joined with one space, as jest prints it; `…` stands for what is only known at run time. */
  readonly full: string;
  /** The last of them. */
  readonly own: string;
  /** 1 for the first line of the file. */
  readonly line: number;
}

/**
 * Every test of a file, read from its text without running it; a table of `it.each` gives one title a row, and a law
 * that a suite tries on every host gives what it says.
 */
export function testTitles(path: string, text: string): readonly TestTitle[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return titlesBelow(file, []);
}

function titlesBelow(node: ts.Node, around: readonly string[]): TestTitle[] {
  if (ts.isCallExpression(node) && skippedCallee.test(node.expression.getText())) return [];
  const law = ts.isObjectLiteralExpression(node) ? lawTitle(node) : undefined;
  if (law !== undefined) return [titleAt(node, { own: law, around })];
  const call = ts.isCallExpression(node) ? titledCall(node) : undefined;
  if (call === undefined) return childrenOf(node).flatMap((child) => titlesBelow(child, around));
  if (call.kind === 'test') return call.titles.map((own) => titleAt(node, { own, around }));
  return call.titles.flatMap((own) => call.body.flatMap((child) => titlesBelow(child, [...around, own])));
}

function titleAt(
  node: ts.Node,
  { own, around }: { readonly own: string; readonly around: readonly string[] },
): TestTitle {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { full: [...around, own].join(' '), own, line: line + 1 };
}

interface TitledCall {
  readonly kind: 'test' | 'block';
  readonly titles: readonly string[];
  readonly body: readonly ts.Node[];
}

/** `it('…', …)`, `test.each(table)('…', …)`, `describe('…', …)` and their kin. */
function titledCall(node: ts.CallExpression): TitledCall | undefined {
  const each = ts.isCallExpression(node.expression) && isEach(node.expression.expression) ? node.expression : undefined;
  const kind = kindOf(each === undefined ? node.expression : each.expression);
  const [title, ...body] = node.arguments;
  if (kind === undefined || title === undefined || isEach(node.expression)) return undefined;
  const table = each?.arguments[0];
  return { kind, titles: table === undefined ? [textOf(title)] : titlesOfTable(table, textOf(title)), body };
}

/** A test that never runs is no test. */
const skippedCallee = /^(?:(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo)|xit|xtest|xdescribe)\b/u;
const testCallee = /^(?:it|test)(?:\.(?:each|only|concurrent|failing|prop))*(?:\(|$)/u;
const blockCallee = /^describe(?:\.(?:each|only))*(?:\(|$)/u;

function kindOf(callee: ts.Expression): TitledCall['kind'] | undefined {
  if (testCallee.test(callee.getText())) return 'test';
  return blockCallee.test(callee.getText()) ? 'block' : undefined;
}

/** `it.each`: the call after the next carries the title. */
function isEach(callee: ts.Node): boolean {
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 'each';
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}
