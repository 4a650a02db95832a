import ts from 'typescript';

/** Stands in a title for what is only known when the test runs. */
export const unknownText = '…';

/** The text an expression has as far as it can be read: literals, templates, `+`, constants; the rest is `…`. */
export function textOf(expression: ts.Expression): string {
  const node = literalOf(expression);
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => textOf(span.expression) + span.literal.text).join('');
  }
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isSum ? textOf(node.left) + textOf(node.right) : unknownText;
}

/** The expression itself: without `as const` and parentheses, and a constant of the same file by its value. */
export function literalOf(node: ts.Expression): ts.Expression {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return literalOf(node.expression);
  }
  const value = ts.isIdentifier(node) ? constantNamed(node) : undefined;
  return value === undefined ? node : literalOf(value);
}

function constantNamed(name: ts.Identifier): ts.Expression | undefined {
  const constants = name.getSourceFile().statements.filter(ts.isVariableStatement);
  const declared = constants
    .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) !== 0)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name.text);
  return declared?.initializer;
}
