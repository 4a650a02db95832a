import { readdirSync } from 'node:fs';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { housePlugin } from '@lethe/tooling';

/** Tests, and what only tests run: they may unwrap, compare, repeat themselves and be long. */
const tests = [
  '**/*.test.ts',
  '**/*.suite.ts',
  'test/**/*.ts',
  'plugins/*/test/**/*.ts',
  '{core,packages/*}/src/testing/**/*.ts',
];

/** Where personal text may be unwrapped: to look for it, to plan, to judge, to send it to its host, to show it for review. */
const mayReveal = [
  'core/src/{personal,identifiers}.ts',
  'core/src/{finding,scanning,planning,execution}/**/*.ts',
  'core/src/{plan,execute,verdict}*.ts',
  'core/src/guards/kind-by-address.ts',
  'plugins/*/src/{write,form}.ts',
  'plugins/jira/src/forge/person-shown.ts',
  'packages/inside/src/form.ts',
  'packages/review/src/**/*.ts',
  'packages/server/src/work/shown-person.ts',
];

/** Where the process talks to its terminal. */
const mayPrint = [
  'packages/cli/src/output/**/*.ts',
  'packages/cli/src/flow/ask.ts',
  'packages/tooling/src/**/*-command.ts',
  'test/bench/**/*.ts',
  'test/e2e/**/*.ts',
  'test/live/**/*.ts',
  'plugins/*/tools/**/*.ts',
  'packages/extension/tools/**/*.ts',
];

const syntaxEverywhere = [
  {
    selector: 'TSAsExpression:not([typeAnnotation.typeName.name=/^const$|Id$/])',
    message: 'Casts only mint an id (as StepId): check the value, or declare its type.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  {
    selector: 'PropertyDefinition[static=true]:not([readonly=true])',
    message: 'A class holds no shared state: make it readonly, or pass it in.',
  },
  {
    selector:
      ':matches(TSInterfaceBody, TSTypeAliasDeclaration > TSTypeLiteral) > TSPropertySignature:not([readonly=true])',
    message: 'Shapes are readonly.',
  },
  {
    selector: 'TSPropertySignature > TSTypeAnnotation > TSArrayType',
    message: 'Shapes are readonly: write readonly T[].',
  },
];

const syntaxInSources = [
  {
    selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind=/let|var/]',
    message: 'A module holds no state: pass it in, or keep it in an object somebody owns.',
  },
  {
    selector:
      ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression.init',
    message: 'Write a function declaration.',
  },
];

const syntaxInCore = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Core has no clock: take the time as an argument.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Core has no clock: take the time as an argument.' },
];

const syntaxInTests = [
  {
    selector:
      'MemberExpression[property.name=/^(?:toMatchSnapshot|toMatchInlineSnapshot|toThrowErrorMatching(?:Inline)?Snapshot)$/]',
    message: 'Say what is expected: no snapshots.',
  },
  {
    selector: 'MemberExpression[object.name=/^(?:it|test|describe)$/][property.name=/^(?:only|skip|todo|failing)$/]',
    message: 'A test runs always, and with the others.',
  },
  {
    selector: 'CallExpression[callee.name=/^(?:setTimeout|sleep)$/]',
    message: 'Tests wait for an event, not for time.',
  },
];

const notInCore = [
  ...[
    'process',
    'Buffer',
    'global',
    'globalThis',
    'window',
    'self',
    'document',
    'navigator',
    'location',
    'localStorage',
  ],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'crypto', 'performance', 'console', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask'],
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'plugins/*/build/',
      '**/node_modules/',
      '.stryker-tmp/',
      'reports/',
      '**/native/',
      'packages/tooling/test/fixture/',
      // Made from the server's description; a test compares.
      'packages/console/src/api/schema.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    name: 'lethe/typed',
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { lethe: housePlugin },
    languageOptions: {
      parserOptions: {
        project: 'test/tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // An OpenID provider on this machine, and no other, may speak plain http.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...syntaxEverywhere, ...syntaxInSources],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'lethe/documented-exports': 'error',
      'lethe/fixed-error-text': 'error',
      'lethe/fixed-log-text': 'error',
      'lethe/no-host-name': ['error', { plugins: readdirSync(new URL('plugins', import.meta.url)) }],
      'lethe/no-reveal': 'error',
      'lethe/telling-file-name': 'error',
    },
  },
  {
    name: 'lethe/core and the review are isomorphic',
    files: ['core/src/**/*.ts', 'packages/review/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...notInCore.map((name) => ({ name, message: 'Core runs anywhere: have it handed in.' })),
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'Core runs anywhere: no Node API.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Core has no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'Core has no randomness: have it handed in.' },
      ],
      'no-restricted-syntax': ['error', ...syntaxEverywhere, ...syntaxInSources, ...syntaxInCore],
    },
  },
  {
    name: 'lethe/only the output module prints',
    files: ['packages/**/*.{ts,tsx}', 'plugins/**/*.{ts,tsx}'],
    // The review knows no `process` at all, see above.
    ignores: [...mayPrint, ...tests, 'packages/review/src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'stdout', message: 'Print through the output module.' },
        { object: 'process', property: 'stderr', message: 'Print through the output module, or log.' },
      ],
    },
  },
  { name: 'lethe/printing', files: mayPrint, rules: { 'no-console': 'off', 'lethe/fixed-log-text': 'off' } },
  { name: 'lethe/unwrapping', files: mayReveal, rules: { 'lethe/no-reveal': 'off' } },
  { name: 'lethe/plugins know themselves', files: ['plugins/**/*.{ts,tsx}'], rules: { 'lethe/no-host-name': 'off' } },
  {
    name: 'lethe/syntax trees compare with strings',
    files: ['packages/tooling/src/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    name: 'lethe/tests',
    files: tests,
    extends: [jest.configs['flat/recommended']],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'tryRule', 'tryTypedRule'] },
      ],
      'jest/no-conditional-expect': 'off',
      'jest/no-export': 'off',
      'jest/no-standalone-expect': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...syntaxEverywhere, ...syntaxInTests],
      'lethe/documented-exports': 'off',
      'lethe/fixed-error-text': 'off',
      'lethe/no-host-name': 'off',
      'lethe/no-reveal': 'off',
    },
  },
  { name: 'lethe/suites are handed hosts', files: ['**/*.suite.ts'], rules: { 'jest/no-export': 'off' } },
  {
    name: 'lethe/core testing is a door',
    files: ['core/src/testing/**/*.ts'],
    rules: { 'lethe/documented-exports': 'error', 'max-lines': ['error', 200] },
  },
  {
    name: 'lethe/settings of tools',
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', module: 'writable', require: 'readonly', URL: 'readonly' } },
  },
  // Each with its own libraries: a program holds what all of its files import, so `npm run lint` looks at these by themselves.
  ...[
    ['test/{e2e,bench/console}/**/*.ts', 'test/e2e/tsconfig.json'],
    ['test/bench/console.ts', 'test/e2e/tsconfig.json'],
    ['plugins/zendesk/src/action/**/*.{ts,tsx}', 'plugins/zendesk/src/action/tsconfig.json'],
    ['plugins/jira/{{src,test}/screens,types}/**/*.{ts,tsx}', 'plugins/jira/src/screens/tsconfig.json'],
    ['packages/console/src/**/*.{ts,tsx}', 'packages/console/tsconfig.json'],
    ['packages/extension/{src,tools}/**/*.ts', 'packages/extension/tsconfig.json'],
  ].map(([files, project]) => ({
    name: `lethe/typed by ${project}`,
    files: [files],
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
  })),
);
