import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { plantTree, type PlantedTree } from './planted-tree.ts';

const repository = join(import.meta.dirname, '../../..');

/** Rule, file, code in it. */
type Fault = readonly [rule: string, file: string, code: string];

const long = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');
const reveal =
  '/** Shows a name anyway. */ export function shown(p: { reveal(): string }): string { return p.reveal(); }';
const brand = 'type StepId = string & { readonly brand: 1 };';
const mint = `${brand} /** Makes an id of it. */ export function id(text: string): StepId { return text as StepId; }`;
const named = '/** Asks by name here. */ export function odd(n: string): boolean { return n === "redmine"; }';

const faults: readonly Fault[] = [
  ['lethe/no-reveal', 'core/src/report.ts', reveal],
  ['lethe/no-reveal', 'plugins/redmine/src/read.ts', reveal],
  ['lethe/no-reveal', 'packages/storage/src/journal.ts', reveal],
  ['lethe/no-reveal', 'packages/cli/src/flow/review-screen.ts', reveal],
  [
    'lethe/fixed-log-text',
    'packages/hosts/src/a.ts',
    'declare const log: Console; declare const x: string; log.info(x);',
  ],
  [
    'lethe/fixed-error-text',
    'plugins/redmine/src/b.ts',
    'try { f(); } catch (e) { throw new Error(String(e)); } declare function f(): void;',
  ],
  ['lethe/no-host-name', 'core/src/a.ts', named],
  ['lethe/no-host-name', 'packages/hosts/src/b.ts', named],
  ['lethe/documented-exports', 'core/src/b.ts', 'export const b = 1;'],
  ['lethe/documented-exports', 'core/src/testing/c.ts', 'export const b = 1;'],
  ['lethe/telling-file-name', 'core/src/utils.ts', 'export {};'],
  ['no-restricted-properties', 'core/src/d.ts', 'Date.now();'],
  ['no-restricted-properties', 'core/src/e.ts', 'Math.random();'],
  ['no-restricted-syntax', 'core/src/f.ts', 'new Date();'],
  ['no-restricted-syntax', 'core/src/g.ts', 'Date();'],
  ['no-restricted-globals', 'core/src/h.ts', 'process.exit();'],
  ['no-restricted-globals', 'core/src/i.ts', "void fetch('x');"],
  ['no-restricted-globals', 'core/src/j.ts', 'setTimeout(() => undefined, 1);'],
  ['no-restricted-globals', 'core/src/k.ts', 'crypto.randomUUID();'],
  ['no-restricted-globals', 'core/src/l.ts', 'globalThis.process.exit();'],
  ['no-restricted-imports', 'core/src/m.ts', "import 'node:fs';"],
  ['no-restricted-imports', 'packages/review/src/a.ts', "import 'node:fs';"],
  ['no-restricted-globals', 'packages/review/src/b.ts', "void fetch('x');"],
  ['no-restricted-properties', 'packages/review/src/c.ts', 'Date.now();'],
  ['no-restricted-syntax', 'packages/review/src/d.ts', 'new Date();'],
  ['no-restricted-properties', 'packages/storage/src/a.ts', "process.stdout.write('x');"],
  ['no-restricted-properties', 'plugins/redmine/src/c.ts', "process.stderr.write('x');"],
  ['no-console', 'packages/storage/src/b.ts', "console.log('x');"],
  ['no-console', 'core/src/testing/d.ts', "console.log('x');"],
  ['no-restricted-syntax', 'core/src/n.ts', 'let state = 1; state += 1;'],
  ['no-restricted-syntax', 'core/src/o.ts', '/** Holds a state. */ export let state = 1;'],
  ['no-restricted-syntax', 'core/src/p.ts', 'class A { static count = 1; } new A();'],
  ['no-restricted-syntax', 'core/src/q.ts', 'export default 1;'],
  ['no-restricted-syntax', 'core/src/r.ts', 'const a = 1; export { a as default };'],
  ['no-restricted-syntax', 'core/src/s.ts', 'enum A { B }; A.B;'],
  ['no-restricted-syntax', 'core/src/t.ts', 'const f = (): number => 1; f();'],
  ['no-restricted-syntax', 'core/src/u.ts', '/** A shape that changes. */ export interface A { b: string }'],
  ['no-restricted-syntax', 'core/src/v.ts', '/** A shape that changes. */ export interface A { readonly b: string[] }'],
  [
    'max-params',
    'core/src/w.ts',
    '/** Takes too many things. */ export function f(a: 1, b: 1, c: 1, d: 1): 4 { return 4; }',
  ],
  ['max-lines', 'core/src/x.ts', long(201, 'void 0;')],
  ['max-lines-per-function', 'core/src/y.ts', `function f(): void {\n${long(29, 'void 0;')}\n} f();`],
  ['no-restricted-syntax', 'core/src/z.ts', 'declare const a: unknown; (a as string).trim();'],
  ['no-restricted-syntax', 'core/src/af.ts', `${brand} declare const a: object; (a as unknown as StepId).trim();`],
  ['@typescript-eslint/consistent-type-assertions', 'core/src/ag.ts', 'declare const a: unknown; (<string>a).trim();'],
  ['no-restricted-syntax', 'test/a.test.ts', 'const a = JSON.parse("1") as number; a;'],
  ['@typescript-eslint/no-explicit-any', 'core/src/aa.ts', 'const a: any = 1; a;'],
  ['@typescript-eslint/no-non-null-assertion', 'core/src/ab.ts', 'declare const a: string | undefined; a!.trim();'],
  ['@typescript-eslint/no-floating-promises', 'core/src/ac.ts', 'declare function f(): Promise<void>; f();'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'core/src/ad.ts',
    "declare const a: 'b' | 'c'; switch (a) { case 'b': }",
  ],
  ['no-restricted-syntax', 'test/b.test.ts', 'declare const expect: any; expect(1).toMatchSnapshot();'],
  ['no-restricted-syntax', 'core/src/c.test.ts', 'declare const expect: any; expect(1).toMatchInlineSnapshot();'],
  ['no-restricted-syntax', 'test/c.test.ts', 'declare const it: any; it.skip("a", () => undefined);'],
  ['no-restricted-syntax', 'test/d.test.ts', 'declare const describe: any; describe.only("a", () => undefined);'],
  ['no-restricted-syntax', 'test/e.test.ts', 'declare const it: any; it.todo("a");'],
  ['no-restricted-syntax', 'test/f.test.ts', 'declare const setTimeout: any; setTimeout(1);'],
  ['jest/no-disabled-tests', 'test/g.test.ts', 'xit("a", () => undefined);'],
  ['jest/no-focused-tests', 'test/h.test.ts', 'fit("a", () => undefined);'],
  ['jest/expect-expect', 'test/i.test.ts', 'it("cannot fail", () => undefined);'],
  ['null', 'core/src/ae.ts', '/* eslint-disable no-console */ console.log(1);'],
];

/** File and code that must be let through. */
const sound: readonly (readonly [file: string, code: string])[] = [
  ['core/src/personal.ts', reveal],
  ['core/src/finding/text.ts', reveal],
  ['core/src/plan-steps.ts', reveal],
  ['core/src/testing/world.ts', reveal],
  ['plugins/redmine/src/write.ts', reveal],
  ['plugins/redmine/src/form.ts', reveal],
  ['packages/review/src/review-person.ts', reveal],
  ['packages/cli/src/output/print.ts', 'console.log(1); process.stdout.write("x");'],
  ['test/k.test.ts', reveal],
  ['plugins/redmine/src/own-name.ts', named],
  ['core/src/ids.ts', mint],
  ['core/src/sound.ts', `const later = new Date(1); later.getTime(); const list = ['a'] as const; list.at(0);`],
  ['packages/storage/src/sound.ts', 'new Date(); Date.now(); setTimeout(() => undefined, 1);'],
];

const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    types: [],
    lib: ['es2023', 'dom'],
    allowImportingTsExtensions: true,
    noEmit: true,
  },
  include: ['.', '../core', '../plugins', '../packages'],
});

describe('the lint settings of this repository', () => {
  let tree: PlantedTree;
  let reported: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    const planted: (readonly [string, string])[] = [...faults.map(([, file, code]) => [file, code] as const), ...sound];
    tree = plantTree({ 'test/tsconfig.json': tsconfig, ...Object.fromEntries(planted) });
    const parserOptions = { tsconfigRootDir: tree.root };
    const eslint = new ESLint({
      cwd: tree.root,
      overrideConfigFile: join(repository, 'eslint.config.js'),
      overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions } },
    });
    const results = await eslint.lintFiles(['.']);
    reported = new Map(
      results.map((result) => [
        result.filePath.slice(tree.root.length + 1),
        result.messages.map((message) => String(message.ruleId)),
      ]),
    );
  }, 60_000);
  afterAll(() => tree.remove());

  it.each(faults)('%s speaks up in %s', (rule, file) => {
    expect(reported.get(file)).toContain(rule);
  });

  it.each(sound)('%s passes', (file) => {
    const rules = reported.get(file) ?? ['not linted'];
    const house = rules.filter((rule) => /^lethe|^no-|assertions|not linted/u.test(rule));
    expect(house).toEqual([]);
  });
});
