const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      parser,
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
];

/** Unit, conformance and whole-flow tests: everything that needs no installed host. */
export default {
  testEnvironment: 'node',
  // jest leaves one core idle, which is half of a small machine.
  maxWorkers: '100%',
  // Modules of finished files stay in a worker's memory: a new worker takes over before there is too much of them.
  workerIdleMemoryLimit: '1GB',
  // Nothing here measures time: a test that takes long on a loaded machine is no failure.
  testTimeout: 60_000,
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^react-merge-refs$': '<rootDir>/plugins/zendesk/test/merge-refs.cjs' },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc({ syntax: 'typescript' }), '^.+\\.tsx$': swc({ syntax: 'typescript', tsx: true }) },
  roots: ['<rootDir>/core', '<rootDir>/plugins', '<rootDir>/packages', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '<rootDir>/test/live/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/bench/',
  ],
  modulePathIgnorePatterns: ['/dist/', '/.stryker-tmp/'],
};
