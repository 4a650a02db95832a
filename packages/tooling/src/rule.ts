import { ESLintUtils } from '@typescript-eslint/utils';

/** Makes a house rule; its documentation is the rule's own file and the tests beside it. */
export const createRule = ESLintUtils.RuleCreator((name) => `packages/tooling/src/rules/${name}.ts`);
