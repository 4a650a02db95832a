import type { TSESTree } from '@typescript-eslint/utils';
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
    const check = (node: TSESTree.NewExpression | TSESTree.CallExpression): void => {
      const leaks = node.arguments.flatMap((root) => foreignText({ root, prints: false }, context));
      for (const { node: leak, what } of leaks) {
        context.report({ node: leak, messageId: 'foreign', data: { what } });
      }
    };
    return {
      'NewExpression[callee.name=/Error$/]': check,
      ':matches(ClassDeclaration, ClassExpression)[superClass.name=/Error$/] CallExpression[callee.type="Super"]':
        check,
    };
  },
});
