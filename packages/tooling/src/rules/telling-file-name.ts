import { basename } from 'node:path';
import { createRule } from '../rule.ts';

const shape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.[cm]?[jt]sx?$/u;
const vague = /(?:^|-)(?:utils?|helpers?|managers?|misc)(?:[.-]|$)|^(?:common|data|process|shared|stuff)\./u;

/** One idea a file, and its kebab-case name says which: `utils`, `helpers` or `manager` say nothing. */
export const tellingFileName = createRule({
  name: 'telling-file-name',
  meta: {
    type: 'suggestion',
    docs: { description: 'file names are kebab-case and say what is inside' },
    messages: {
      shape: 'Name this file in kebab-case.',
      vague: 'Name this file after its one idea; "{{name}}" could hold anything.',
    },
    schema: [],
    defaultOptions: [],
  },
  create(context) {
    const name = basename(context.filename);
    return {
      Program(node) {
        if (!shape.test(name)) context.report({ node, messageId: 'shape' });
        else if (vague.test(name)) context.report({ node, messageId: 'vague', data: { name } });
      },
    };
  },
});
