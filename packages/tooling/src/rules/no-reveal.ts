import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './member-name.ts';
import { createRule } from '../rule.ts';

/** Exports of core that unwrap many texts at once. */
const unwrappers = new Set(['plainIdentifiers']);

/**
 * Keeps personal text wrapped: `reveal` may not even be mentioned, so neither a call, nor a reference handed on,
 * nor a destructuring gets round it. By name, not by type: an `any` must not open the door.
 * The few files that may unwrap are listed in `eslint.config.js`.
 */
export const noReveal = createRule({
  name: 'no-reveal',
  meta: {
    type: 'problem',
    docs: { description: 'personal text is unwrapped only where it is searched, planned, judged or sent to its host' },
    messages: {
      revealed:
        'Personal text stays wrapped here. Pass the Personal on; only the files listed in eslint.config.js unwrap.',
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const report = (node: TSESTree.Node): void => context.report({ node, messageId: 'revealed' });
    return {
      MemberExpression(node) {
        const name = memberName(node) ?? '';
        if (name === 'reveal' || unwrappers.has(name)) report(node.property);
      },
      ImportSpecifier(node) {
        if (node.imported.type === 'Identifier' && unwrappers.has(node.imported.name)) report(node);
      },
      'ObjectPattern > Property'(node: TSESTree.Property) {
        if (keyName(node) === 'reveal') report(node.key);
      },
    };
  },
});

function keyName(node: TSESTree.Property): string | undefined {
  if (node.key.type === 'Identifier' && !node.computed) return node.key.name;
  return node.key.type === 'Literal' ? String(node.key.value) : undefined;
}
