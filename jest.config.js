/** Unit, conformance and whole-flow tests: everything that needs no installed host. */
export default {
  testEnvironment: 'node',
  // jest leaves one core idle, which is half of a small machine.
  maxWorkers: '100%',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  roots: ['<rootDir>/core', '<rootDir>/plugins', '<rootDir>/packages', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/live/', '<rootDir>/test/bench/'],
  modulePathIgnorePatterns: ['/dist/', '/.stryker-tmp/'],
};
