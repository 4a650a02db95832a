/** Tests, what only tests run, and what builds a package; they may import anything. */
const tests = String.raw`\.(?:test|suite)\.tsx?$|^test/|^(?:plugins|packages)/[^/]+/test/|^(?:plugins|packages)/[^/]+/tools/|^packages/[^/]+/src/testing/`;

/** Who may import whom, by folder: itself is always allowed, everything not listed here is forbidden. */
const mayImport = {
  core: [],
  'plugins/[^/]+': ['core', 'packages/review', 'packages/http', 'packages/inside'],
  'packages/http': ['core'],
  'packages/inside': ['core', 'packages/http'],
  'packages/review': ['core'],
  'packages/storage': ['core'],
  'packages/hosts': ['core', 'plugins/[^/]+'],
  'packages/settings': ['core', 'packages/hosts', 'packages/storage', 'packages/review'],
  'packages/server': ['core', 'packages/hosts', 'packages/storage', 'packages/review', 'packages/settings'],
  'packages/cli': [
    ...['core', 'packages/hosts', 'packages/storage', 'packages/review'],
    ...['packages/settings', 'packages/server'],
  ],
  'packages/console': ['core', 'packages/review'],
  'packages/portal': ['core', 'packages/review'],
  'packages/extension': ['core', 'packages/review'],
  'packages/tooling': [],
};

/** Small libraries that run in an iframe as well as on a server. */
const coreLibraries = ['zod', '@noble/hashes', 'libphonenumber-js'];

const within = (folders) => `^(?:${folders.join('|')})/`;
const ours = within(['core', 'plugins', 'packages', 'test']);
const external = [
  ...['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'],
  ...['core', 'unknown', 'undetermined'],
];

const importRules = Object.entries(mayImport).map(([from, allowed]) => ({
  name: `${from.replace('[^/]+', '*')} imports ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ').replace('[^/]+', '*')}`,
  severity: 'error',
  from: { path: `^(${from})/`, pathNot: tests },
  to: { path: ours, pathNot: ['^$1/', ...(allowed.length === 0 ? [] : [within(allowed)])] },
}));

module.exports = {
  forbidden: [
    ...importRules,
    {
      name: 'every folder stands in the table of imports',
      severity: 'error',
      from: { path: ours, pathNot: [tests, within(Object.keys(mayImport))] },
      to: {},
    },
    {
      name: 'never plugin to plugin',
      comment: 'Not even a test: what two plugins share belongs into core.',
      severity: 'error',
      from: { path: '^(plugins/[^/]+)/' },
      to: { path: '^plugins/', pathNot: '^$1/' },
    },
    {
      name: `core uses ${coreLibraries.join(', ')} and nothing else`,
      severity: 'error',
      from: { path: '^core/src/', pathNot: tests },
      to: { dependencyTypes: external, pathNot: coreLibraries.map((name) => `(?:^|/)node_modules/${name}/`) },
    },
    {
      name: 'whoever does not look for many people does not load what does',
      comment: 'core/scanning has a door of its own: no page that finds one person grows by it.',
      severity: 'error',
      from: { path: '^core/src/', pathNot: ['^core/src/scanning/', tests] },
      to: { path: '^core/src/scanning/' },
    },
    {
      name: 'only tests import core/testing',
      severity: 'error',
      from: { pathNot: [tests, '^core/src/testing/'] },
      to: { path: '^core/src/testing/' },
    },
    {
      name: 'product code imports no test',
      severity: 'error',
      from: { path: ours, pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'other workspaces are imported by package name',
      severity: 'error',
      from: { path: '^(core|plugins/[^/]+|packages/[^/]+|test)/' },
      to: {
        path: '^(?:core|plugins/[^/]+|packages/[^/]+)/src/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'a package names what it imports in its own package.json',
      severity: 'error',
      from: { path: ours, pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'], pathNot: ours },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no file that nothing imports',
      severity: 'error',
      from: {
        orphan: true,
        path: ours,
        pathNot: [tests, String.raw`/index\.ts$`, String.raw`-command\.ts$`, String.raw`\.cjs$`, String.raw`\.d\.ts$`],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: String.raw`(?:^|/)dist/|^plugins/[^/]+/build/|\.stryker-tmp|^packages/tooling/test/fixture|/native/`,
    },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
