import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { RuleTester, type Rule } from 'eslint';
import { parser } from 'typescript-eslint';

RuleTester.describe = describe;
RuleTester.it = it;

// A case is one more text of the same file. Where CI=true the parser would take each run for its only one and read every
// text after the first without the standard library, so that `String` has no type.
const typed = {
  project: './tsconfig.json',
  tsconfigRootDir: join(import.meta.dirname, 'fixture'),
  disallowAutomaticSingleRunInference: true,
};

/** Code a rule must let pass and code it must report. */
export interface RuleCases {
  readonly valid: readonly (string | RuleTester.ValidTestCase)[];
  readonly invalid: readonly RuleTester.InvalidTestCase[];
}

/** Tries a rule; takes any object as ESLint's and typescript-eslint's types of a rule do not fit each other. */
export function tryRule(name: string, rule: object, cases: RuleCases): void {
  run(new RuleTester({ languageOptions: { parser } }), { name, rule, cases });
}

/** The same with type information, which is slower. */
export function tryTypedRule(name: string, rule: object, cases: RuleCases): void {
  run(new RuleTester({ languageOptions: { parser, parserOptions: typed } }), { name, rule, cases });
}

interface Trial {
  readonly name: string;
  readonly rule: object;
  readonly cases: RuleCases;
}

function run(tester: RuleTester, { name, rule, cases }: Trial): void {
  if (!isRule(rule)) throw new TypeError('This is no lint rule: it has no create().');
  tester.run(name, rule, { valid: [...cases.valid], invalid: [...cases.invalid] });
}

function isRule(rule: object): rule is Rule.RuleModule {
  return 'create' in rule;
}
