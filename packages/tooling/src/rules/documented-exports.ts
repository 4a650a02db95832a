import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../rule.ts';

/**
 * Every exported name carries a doc comment that says something: its promise, in a sentence.
 * The type `(typeof list)[number]` needs none, as its list has one.
 */
export const documentedExports = createRule({
  name: 'documented-exports',
  meta: {
    type: 'suggestion',
    docs: { description: 'every export has a doc comment' },
    messages: { missing: 'Say in a doc comment (/** ... */) what this export promises, in at least three words.' },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const { sourceCode } = context;
    const check = (statement: TSESTree.Node, reported: TSESTree.Node): void => {
      if (!isDocumented(statement, sourceCode)) context.report({ node: reported, messageId: 'missing' });
    };
    return {
      ExportNamedDeclaration(node) {
        if (node.source !== null) return;
        if (node.declaration !== null && !isMemberOfList(node.declaration)) check(node, node.declaration);
        for (const specifier of node.specifiers) check(declarationOf(specifier, sourceCode) ?? node, specifier);
      },
    };
  },
});

function isMemberOfList(node: TSESTree.Node): boolean {
  if (node.type !== 'TSTypeAliasDeclaration') return false;
  return node.typeAnnotation.type === 'TSIndexedAccessType' && node.typeAnnotation.objectType.type === 'TSTypeQuery';
}

/** The statement that declares what `export { name }` exports. */
function declarationOf(node: TSESTree.ExportSpecifier, sourceCode: TSESLint.SourceCode): TSESTree.Node | undefined {
  const moduleScope = sourceCode.getScope(node);
  const name = node.local.type === 'Identifier' ? node.local.name : node.local.value;
  const declared = moduleScope.set.get(name)?.defs[0]?.node;
  return declared?.type === 'VariableDeclarator' ? declared.parent : declared;
}

function isDocumented(statement: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  const comment = sourceCode.getCommentsBefore(statement).at(-1);
  if (comment === undefined || comment.type !== 'Block' || !comment.value.startsWith('*')) return false;
  return (comment.value.match(/\p{L}+/gu) ?? []).length >= 3;
}
