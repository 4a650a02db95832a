import base from '../../jest.config.js';

/** Whole journeys in a real Chromium; see zendesk/. One after the other, as each keeps a browser busy. */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 120_000,
  maxWorkers: 1,
};
