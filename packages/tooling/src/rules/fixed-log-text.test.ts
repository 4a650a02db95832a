import { tryTypedRule } from '../../test/rule-tester.ts';
import { fixedLogText } from './fixed-log-text.ts';

const notFixed = [{ messageId: 'notFixed' }];
const foreign = [{ messageId: 'foreign' }];
const hiddenFields = [{ messageId: 'hiddenFields' }];
const world = `
  declare const step: { id: string };
  declare const outcome: string, failed: boolean, text: string, name: string, item: string, value: number;
  declare const user: { email: string }, person: { name: { reveal(): string } }, names: { reveal(): string }[];
  declare const response: { data: string }, answer: { data: string[] }, fields: { step: string };
  declare function codeOf(error: unknown): string;
`;

function inWorld(statement: string): string {
  return `${world}${statement}`;
}

function whenCaught(statement: string): string {
  return inWorld(`try { codeOf(1); } catch (error) { ${statement} }`);
}

tryTypedRule('fixed-log-text', fixedLogText, {
  valid: [
    ...[
      "log.info('run finished');",
      'log.info(`run finished`);',
      "log.info({ host: 'zendesk', step: step.id, outcome }, 'step settled');",
      "this.log.warn({ found: answer.data.length }, 'people found');",
      "options.logger.error({ code: failed }, 'host failed');",
      "auditLog.append('x' + name);",
      'Math.log(value + 1);',
      'catalog.info(`about ${item}`);',
      "log.info({ failed: failed ? 'yes' : 'no' }, 'run ended');",
    ].map(inWorld),
    whenCaught("log.error({ code: codeOf(error) }, 'host failed');"),
    whenCaught("log.error({ known: error instanceof TypeError }, 'host failed');"),
  ],
  invalid: [
    { code: inWorld('log.info(`cleared ${user.email}`);'), errors: notFixed },
    { code: inWorld("log.info('cleared ' + user.email);"), errors: notFixed },
    { code: inWorld('log.warn(text);'), errors: notFixed },
    { code: inWorld('this.log.debug({ step }, text);'), errors: notFixed },
    { code: inWorld('console.log(`cleared ${user.email}`);'), errors: notFixed },
    { code: inWorld("log['info'](text);"), errors: notFixed },
    { code: inWorld('runLog.error(text);'), errors: notFixed },
    { code: inWorld('log?.info(text);'), errors: notFixed },
    { code: inWorld("log.info({ step }, 'cleared', name);"), errors: [{ messageId: 'tooMany' }] },
    { code: inWorld("log.info(fields, 'cleared');"), errors: hiddenFields },
    { code: inWorld("log.info({ ...user }, 'cleared');"), errors: hiddenFields },
    { code: inWorld("log.info({ name: person.name.reveal() }, 'cleared');"), errors: foreign },
    { code: inWorld("log.info({ person: { name: person.name.reveal() } }, 'cleared');"), errors: foreign },
    { code: inWorld("log.info({ answer: response.data }, 'answered');"), errors: foreign },
    { code: inWorld("log.info({ answer: JSON.stringify(response.data) }, 'answered');"), errors: foreign },
    { code: inWorld("log.info({ all: names.map((name) => name.reveal()) }, 'found');"), errors: foreign },
    { code: whenCaught("log.error({ error }, 'failed');"), errors: foreign },
    { code: whenCaught("log.error({ why: String(error) }, 'failed');"), errors: foreign },
    { code: whenCaught("log.error({ why: (error as Error).message }, 'failed');"), errors: foreign },
    {
      code: whenCaught("log.error({ why: error instanceof Error ? error.message : 'odd' }, 'failed');"),
      errors: foreign,
    },
    {
      code: whenCaught("log.error({ why: error instanceof Error ? error.stack : 'odd' }, 'failed');"),
      errors: foreign,
    },
    { code: inWorld("const failure = new TypeError('x'); log.error({ failure }, 'failed');"), errors: foreign },
  ],
});
