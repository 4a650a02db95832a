import { ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import { errors } from './error-types.ts';
import { foreignText } from './foreign-text.ts';
import { createRule } from '../rule.ts';

/**
 * An error says in our words what happened and what to do. It never repeats a host's answer, another error's message
 * or unwrapped personal text; the caught error goes into `{ cause }`.
 */
export const fixedErrorText = createRule({
  name: 'fixed-error-text',
  meta: {
    type: 'problem',
    docs: { description: 'error messages never repeat a host, another error or personal text' },
    messages: {
      foreign:
        '{{what}} must not get into an error message. Say in fixed words what happened; hand the error on as { cause }.',
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const isError = errors(ESLintUtils.getParserServices(context));
    const check = (made: TSESTree.Node, words: readonly TSESTree.Node[]): void => {
      if (!isError(made)) return;
      for (const { node, what } of words.flatMap((root) => foreignText({ root, prints: false }, context))) {
        context.report({ node, messageId: 'foreign', data: { what } });
      }
    };
    return {
      NewExpression: (node) => check(node, node.arguments),
      // In the constructor of an error, `this` is what super() makes.
      'CallExpression[callee.type="Super"]': (node: TSESTree.CallExpression) => {
        const made = context.sourceCode.getAncestors(node).findLast(isClass);
        if (made !== undefined) check(made.id ?? made, node.arguments);
      },
    };
  },
});

function isClass(node: TSESTree.Node): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}
