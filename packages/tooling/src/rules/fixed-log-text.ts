import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './member-name.ts';
import { foreignText } from './foreign-text.ts';
import { createRule } from '../rule.ts';

const loggers = /^(?:log|logger|console)$|(?:Log|Logger)$/u;
const levels = new Set(['trace', 'debug', 'info', 'log', 'warn', 'error', 'fatal', 'silly', 'verbose']);

/**
 * A log line is `log.info({ ids and counts }, 'fixed words')` or `log.info('fixed words')`. What varies goes into
 * fields that stand right there to be read, and no field is unwrapped personal text or a foreign error's own words.
 */
export const fixedLogText = createRule({
  name: 'fixed-log-text',
  meta: {
    type: 'problem',
    docs: { description: 'log messages are fixed words; ids and counts go in fields' },
    messages: {
      notFixed:
        'A log message is one string literal; put ids and counts into fields: log.info({ step }, "step settled").',
      hiddenFields:
        'Write the fields of a log line as an object literal without spreads, so that a reader sees what is logged.',
      tooMany: 'A log line has fields and one message, nothing more.',
      foreign: '{{what}} may carry personal text and must not be logged: log a code, an id or a count.',
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    return {
      CallExpression(node) {
        if (!isLogCall(node)) return;
        const [first, second] = node.arguments;
        if (node.arguments.length > 2) context.report({ node, messageId: 'tooMany' });
        const [fields, message] = second === undefined ? [undefined, first] : [first, second];
        if (message !== undefined && !isFixed(message)) context.report({ node: message, messageId: 'notFixed' });
        if (fields === undefined) return;
        if (!isPlainObject(fields)) context.report({ node: fields, messageId: 'hiddenFields' });
        for (const { node: leak, what } of foreignText({ root: fields, prints: true }, context)) {
          context.report({ node: leak, messageId: 'foreign', data: { what } });
        }
      },
    };
  },
});

function isLogCall({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' && levels.has(memberName(callee) ?? '') && loggers.test(ownerName(callee.object))
  );
}

/** `log`, `this.log` and `options.log` are all called log. */
function ownerName(node: TSESTree.Expression): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? (memberName(node) ?? '') : '';
}

function isFixed(node: TSESTree.CallExpressionArgument): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string';
  return node.type === 'TemplateLiteral' && node.expressions.length === 0;
}

function isPlainObject(node: TSESTree.CallExpressionArgument): boolean {
  return node.type === 'ObjectExpression' && node.properties.every((property) => property.type === 'Property');
}
