import { ESLintUtils, type TSESLint, type TSESTree } from '@typescript-eslint/utils';
import { foreignErrors } from './error-types.ts';
import { memberName } from './member-name.ts';

/** A place in an expression that would carry words we did not write, and what to call it in a message. */
export interface Leak {
  readonly node: TSESTree.Node;
  readonly what: string;
}

const answers = new Set(['data', 'body', 'text', 'json', 'statusText', 'responseText']);
const errorWords = new Set(['message', 'stack']);
const numbers = new Set(['length', 'size', 'status', 'byteLength']);
const printers = new Set(['String', 'stringify', 'inspect', 'format', 'concat', 'join']);

/** What is looked at, and whether an error that stands there unopened gets printed (a log field) or is only handed on. */
export interface Looked {
  readonly root: TSESTree.Node;
  readonly prints: boolean;
}

/**
 * Finds, below `root`, unwrapped personal text, a host's answer and the words of an error that is not ours.
 * A nested `cause` is left alone (it is for a debugger, not for the text), and so is what only gets counted or tested.
 * Needs type information.
 */
export function foreignText(
  { root, prints: atRoot }: Looked,
  context: TSESLint.RuleContext<string, readonly unknown[]>,
): Leak[] {
  const isForeignError = foreignErrors(ESLintUtils.getParserServices(context));
  const { visitorKeys } = context.sourceCode;

  function leaksIn(node: TSESTree.Node, prints: boolean): Leak[] {
    const own = node.type === 'MemberExpression' ? memberLeak(node) : undefined;
    if (own !== undefined) return [own];
    if (prints && node.type === 'Identifier' && isForeignError(node)) return [{ node, what: 'A foreign error' }];
    return childrenOf(node, visitorKeys)
      .filter((child) => !isHarmless(child, node))
      .flatMap((child) => leaksIn(child, printsBelow(node, prints)));
  }

  function memberLeak(node: TSESTree.MemberExpression): Leak | undefined {
    const name = memberName(node) ?? '';
    if (name === 'reveal') return { node, what: 'Unwrapped personal text' };
    if (answers.has(name)) return { node, what: "A host's answer" };
    if (errorWords.has(name) && isForeignError(node.object)) return { node, what: 'The text of a foreign error' };
    return undefined;
  }

  return leaksIn(root, atRoot);
}

/** Whether an error that stands directly below this node becomes text. */
function printsBelow(node: TSESTree.Node, prints: boolean): boolean {
  if (node.type === 'TemplateLiteral' || node.type === 'BinaryExpression') return true;
  if (node.type === 'CallExpression') return printers.has(calleeName(node));
  return prints && node.type !== 'MemberExpression' && !node.type.includes('Function');
}

function calleeName({ callee }: TSESTree.CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
}

function isHarmless(child: TSESTree.Node, parent: TSESTree.Node): boolean {
  if (parent.type === 'Property') return child === parent.key || keyOf(parent) === 'cause';
  if (parent.type === 'ConditionalExpression' || parent.type === 'IfStatement') return child === parent.test;
  if (parent.type === 'BinaryExpression') return parent.operator !== '+';
  if (parent.type === 'MemberExpression') return numbers.has(memberName(parent) ?? '');
  return parent.type === 'UnaryExpression' || child.type.startsWith('TSType');
}

function keyOf({ key }: TSESTree.Property): string {
  return key.type === 'Identifier' ? key.name : '';
}

function childrenOf(node: TSESTree.Node, visitorKeys: TSESLint.SourceCode.VisitorKeys): TSESTree.Node[] {
  const values = Object.entries(node)
    .filter(([key]) => visitorKeys[node.type]?.includes(key))
    .flatMap(([, value]: [string, unknown]) => value);
  return values.filter(isNode);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
