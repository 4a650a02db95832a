import type { TSESTree } from '@typescript-eslint/utils';

/** The name a member expression reads (`a.b`, `a['b']`, `` a[`b`] ``), or nothing when it is computed at run time. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  const { property } = node;
  if (!node.computed) return property.type === 'Identifier' ? property.name : undefined;
  if (property.type === 'Literal') return String(property.value);
  return property.type === 'TemplateLiteral' && property.expressions.length === 0
    ? property.quasis[0]?.value.raw
    : undefined;
}
