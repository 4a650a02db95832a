import base from '../../jest.config.js';

/** Tests against a real, installed Redmine: see redmine/README.md. One after the other, as they share it. */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/live'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
