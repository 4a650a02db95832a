import { join } from 'node:path';
import { tryRule } from '../../test/rule-tester.ts';
import { tellingFileName } from './telling-file-name.ts';

const vague = [{ messageId: 'vague' }];
const shape = [{ messageId: 'shape' }];

function named(name: string): Named {
  return { name, code: 'export {};', filename: join(import.meta.dirname, name) };
}

interface Named {
  readonly name: string;
  readonly code: string;
  readonly filename: string;
}

tryRule('telling-file-name', tellingFileName, {
  valid: ['plan.ts', 'start-lock.ts', 'host.suite.ts', 'living-process.ts', 'law-2.test.ts'].map(named),
  invalid: [
    ...['utils.ts', 'date-utils.ts', 'helpers.ts', 'run-manager.ts', 'data.ts', 'process.ts'].map((name) => ({
      ...named(name),
      errors: vague,
    })),
    ...['startLock.ts', 'Plan.ts', 'start_lock.ts'].map((name) => ({ ...named(name), errors: shape })),
  ],
});
