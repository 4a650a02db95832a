import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../rule.ts';

/**
 * Every exported name carries a doc comment that says something: its promise, in a sentence.
 * A type derived from a value (`(typeof list)[number]`, `z.infer<typeof schema>`) needs none, as the value has one.
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
        if (node.declaration !== null && !isDerived(node.declaration, sourceCode)) check(node, node.declaration);
        for (const specifier of node.specifiers) check(declarationOf(specifier, sourceCode) ?? node, specifier);
      },
    };
  },
});

function isDerived(node: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  return node.type === 'TSTypeAliasDeclaration' && /\btypeof\b/u.test(sourceCode.getText(node.typeAnnotation));
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
