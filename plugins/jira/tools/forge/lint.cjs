// Atlassian's own linters on the folder of the app, without a network: they would fetch the descriptions of the REST APIs to learn
// which scope each call needs, and are given the scopes of tools/scopes.ts instead, or the vendor's documents where a folder with
// them is named. Beyond them, module types and scopes that the manifest's schema does not know are errors, as on Atlassian's side.
// usage: node lint.cjs APP_FOLDER SCOPES_FILE
'use strict';
const { readFileSync, readdirSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { parse } = require('yaml');

const app = resolve(process.argv[2]);
const described = JSON.parse(readFileSync(resolve(process.argv[3]), 'utf8'));
const manifest = parse(readFileSync(join(app, 'manifest.yml'), 'utf8'));

globalThis.fetch = async (address) => {
  const name = Object.keys(described).find((part) => String(address).includes(part));
  const body = name === undefined ? { openapi: '3.0.1', info: {}, paths: {} } : described[name];
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
};

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : /\.[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

/** What Atlassian's server refuses and its linters let pass. */
function unknownNames() {
  const home = dirname(require.resolve('@forge/manifest/schema.json'));
  const schema = require('@forge/manifest/schema.json');
  const follow = (part) =>
    part.$ref === undefined
      ? part
      : follow(
          part.$ref
            .split('/')
            .slice(1)
            .reduce((at, key) => at[key], schema),
        );
  const modules = Object.keys(follow(schema.properties.modules).properties);
  const known = JSON.parse(readFileSync(join(home, '../scopes/shipyard-scopes.json'), 'utf8'));
  const scopes = known.map((scope) => scope.name ?? scope.key ?? scope);
  return [
    ...Object.keys(manifest.modules)
      .filter((name) => !modules.includes(name))
      .map((name) => `unknown module ${name}`),
    ...manifest.permissions.scopes.filter((name) => !scopes.includes(name)).map((name) => `unknown scope ${name}`),
  ];
}

async function check() {
  process.chdir(app);
  const { lint } = require('@forge/lint');
  const quiet = () => undefined;
  const logger = { info: quiet, debug: quiet, trace: quiet, warn: console.warn, error: console.error };
  const flags = new Proxy({}, { get: () => async () => false });
  const results = await lint(filesIn('src'), manifest, 'production', logger, flags, {
    linter: { mode: 'client-side' },
  });
  const found = results.flatMap((result) =>
    ['errors', 'warnings'].flatMap((kind) =>
      result[kind].map((one) => `${kind.slice(0, -1)} ${result.file}:${one.line} ${one.message} (${one.reference})`),
    ),
  );
  return [...unknownNames().map((text) => `error ${text}`), ...found];
}

check().then(
  (found) => {
    for (const line of found) console.log(line);
    console.log(found.length === 0 ? "Atlassian's linters found nothing." : `${found.length} found.`);
    process.exitCode = found.length === 0 ? 0 : 1;
  },
  (error) => {
    console.error(error);
    process.exitCode = 2;
  },
);
