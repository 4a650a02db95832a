import { tryTypedRule } from '../../test/rule-tester.ts';
import { fixedErrorText } from './fixed-error-text.ts';

const errors = [{ messageId: 'foreign' }];
const frame = `
  class HostError extends Error { constructor(code: string, message: string, details?: object) { super(message); } }
  class Stop extends Error {}
  class Note { constructor(readonly text: string) {} }
  declare const response: { data: string; status: number; text(): string };
  declare const axiosError: Error & { response: { data: string } };
  declare function codeOf(error: unknown): string;
  declare const person: { name: { reveal(): string }; id: string };
  declare const words: { message: string };
  try { response.text(); } catch (cause) { THROW }
`;

function throwing(expression: string): string {
  return frame.replace('THROW', `throw ${expression};`);
}

tryTypedRule('fixed-error-text', fixedErrorText, {
  valid: [
    "new HostError('not-permitted', 'The key lacks the scope contact:write. Give it that scope.', { cause })",
    "new HostError('gone', `Issue ${person.id} is gone. Plan again.`)",
    "new HostError('down', `Answered ${response.status}. Try later.`)",
    "new HostError('down', `Failed with ${codeOf(cause)}.`, { cause })",
    "new HostError('down', `No ${words.message} was found.`)",
    "cause instanceof HostError ? new HostError('down', `Gave up: ${cause.message}`) : cause",
    "new HostError('down', `Sent ${response.data.length} bytes.`)",
    "new HostError('down', 'Fixed words.', { cause: response.data })",
    'new TypeError(cause instanceof Error ? "an error" : "something odd", { cause })',
    'makeError(response.data)',
    'new Note(response.data)',
  ].map(throwing),
  invalid: [
    ...[
      "new HostError('rejected', `The host said ${response.data}`)",
      "new HostError('rejected', 'The host said ' + response.data)",
      "new HostError('rejected', response.data)",
      "new HostError('rejected', response.text())",
      "new HostError('rejected', `Could not blank ${person.name.reveal()}`)",
      "new HostError('rejected', `Failed: ${cause}`)",
      "new HostError('rejected', 'Failed: ' + cause)",
      "new HostError('rejected', String(cause))",
      "new HostError('rejected', `Failed: ${String(cause)}`)",
      "new HostError('rejected', (cause as Error).message)",
      "new HostError('rejected', cause instanceof Error ? cause.message : 'odd')",
      "new HostError('rejected', axiosError.message)",
      "new HostError('rejected', `Failed: ${axiosError.stack ?? ''}`)",
      "new HostError('rejected', ['Failed', axiosError.message].join(' '))",
      'new Error(JSON.stringify(cause))',
      'new Stop(response.data)',
      'new Error(`Failed: ${axiosError.response.data}`)',
      "new HostError('rejected', 'Fixed words.', { says: axiosError.message })",
    ].map((expression) => ({ code: throwing(expression), errors })),
    {
      code: 'class Halt extends Error { constructor(error: Error) { super(`Store failed: ${error.message}`); } }',
      errors,
    },
    {
      code: 'class StoreError extends Error { constructor(error: Error) { super(`Store failed: ${error.message}`); } }',
      errors,
    },
  ],
});
