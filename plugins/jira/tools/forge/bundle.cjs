// Atlassian's own bundler on the folder of the app, without a network: the wrapper it puts around the code would come from a
// server of theirs, and is an empty stand-in here. The folder needs Atlassian's packages in reach (node_modules).
// usage: node bundle.cjs APP_FOLDER OUT_FOLDER
'use strict';
const { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parse } = require('yaml');

const app = resolve(process.argv[2]);
const out = resolve(process.argv[3]);
const standIn = join(out, 'runtime');
mkdirSync(join(standIn, 'dist'), { recursive: true });
for (const name of ['wrapper', 'loader']) writeFileSync(join(standIn, `dist/${name}.js`), 'module.exports = {};\n');
process.env.FORGE_RUNTIME_PATH = standIn;
process.chdir(app);

const { getEntryPoints, getNodeBundler, getWrapperProvider, NativeUIBundler } = require('@forge/bundler');
const { FileSystemReader } = require('@forge/cli-shared');
const manifest = parse(readFileSync('manifest.yml', 'utf8'));
const quiet = () => undefined;
const logger = { info: quiet, debug: quiet, trace: quiet, warn: console.warn, error: console.error };
const flags = new Proxy({}, { get: () => async () => false });

function kept(from, name) {
  const to = join(out, name);
  cpSync(from, to, { recursive: true });
  for (const file of readdirSync(to)) console.log(`${name}/${file}: ${statSync(join(to, file)).size} bytes`);
}

async function bundle() {
  const handlers = manifest.modules.function.map(({ handler }) => {
    const [module, method] = handler.split('.');
    return { module, method };
  });
  const wrapper = getWrapperProvider({ fileSystemReader: new FileSystemReader(), statsigService: flags });
  const backend = getNodeBundler(logger, wrapper, { readConfig: async () => manifest }, flags);
  kept((await backend.bundle({ appDirectory: app, entryPoints: getEntryPoints(handlers) })).outputDir, 'backend');
  const screens = await new NativeUIBundler(logger).bundleResources(manifest.resources, undefined);
  for (const { key, path } of screens.nativeUiBundlesDetails) kept(path, `screen-${key}`);
}

bundle().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
