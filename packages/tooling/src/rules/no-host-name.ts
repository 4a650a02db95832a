import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './member-name.ts';
import { createRule } from '../rule.ts';

/** What the rule has to be told. */
export interface NoHostNameOptions {
  /** Names of the plugins there are: the folders under `plugins/`. */
  readonly plugins: readonly string[];
}

const owners = /(?:^|[a-z])(?:host|profile|plugin)$/iu;

/**
 * What differs between hosts is said in a profile, never asked by name: outside its plugin no code compares anything
 * with a plugin's name, nor a host's or profile's id with any literal.
 */
export const noHostName = createRule<[NoHostNameOptions], 'named'>({
  name: 'no-host-name',
  meta: {
    type: 'problem',
    docs: { description: 'no code outside a plugin decides by the name of a host' },
    messages: { named: 'Do not decide by the name of a host: add what differs to its profile and ask that.' },
    schema: [
      {
        type: 'object',
        properties: { plugins: { type: 'array', items: { type: 'string' } } },
        required: ['plugins'],
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ plugins: [] }],
  },
  create(context, [{ plugins }]) {
    const check = (node: TSESTree.Node, left: TSESTree.Node, right: TSESTree.Node): void => {
      const texts = [left, right].map(textOf).filter((text) => text !== undefined);
      const asksHost = texts.length > 0 && [left, right].some(isHostId);
      if (asksHost || texts.some((text) => plugins.includes(text))) context.report({ node, messageId: 'named' });
    };
    return {
      'BinaryExpression[operator=/^[!=]==?$/]'(node: TSESTree.BinaryExpression) {
        check(node, node.left, node.right);
      },
      SwitchStatement(node) {
        for (const { test } of node.cases) if (test !== null) check(test, node.discriminant, test);
      },
    };
  },
});

function textOf(node: TSESTree.Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** `host.id`, `host.profile.id`, `this.plugin.id`. */
function isHostId(node: TSESTree.Node): boolean {
  if (node.type !== 'MemberExpression' || memberName(node) !== 'id') return false;
  const { object } = node;
  if (object.type === 'Identifier') return owners.test(object.name);
  return object.type === 'MemberExpression' && owners.test(memberName(object) ?? '');
}
