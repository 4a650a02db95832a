/** Mutation tests of what decides over a person's data: `npm run mutation`, or with `-- --mutate <glob>` for a part of it. */
export default {
  mutate: [
    'core/src/{plan,execute,verdict}*.ts',
    'core/src/{planning,execution,verdict,rules,guards}/**/*.ts',
    '!core/src/**/*.test.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    configFile: 'jest.config.js',
    enableFindRelatedTests: false,
    config: {
      roots: ['<rootDir>/core', '<rootDir>/packages/tooling/test/mutation'],
      testMatch: ['**/core-as-one.ts'],
      testEnvironment: './packages/tooling/test/mutation/stop-at-first-failure.cjs',
      // The copy that is mutated lies in .stryker-tmp, which other test runs pass over.
      modulePathIgnorePatterns: ['/dist/'],
      // node_modules links to the sources that were not mutated.
      moduleNameMapper: {
        '^@lethe/core$': '<rootDir>/core/src/index.ts',
        '^@lethe/core/testing$': '<rootDir>/core/src/testing/index.ts',
      },
    },
  },
  coverageAnalysis: 'perTest',
  incremental: false,
  concurrency: 2,
  timeoutMS: 30_000,
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['**/dist', '/docs', '/plugins', '/packages/*', '!/packages/tooling', '/reports', '/test'],
  tempDirName: '.stryker-tmp',
};
