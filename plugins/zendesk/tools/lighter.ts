import { readFile } from 'node:fs/promises';
import type { Loader, OnLoadArgs, OnLoadResult, Plugin } from 'esbuild';

/** A module whose every name is undefined. */
const nothing = 'module.exports = {};';
/** Zod's schemas call these when they are made; nobody here asks a schema for its JSON Schema. */
const noJsonSchema =
  'const none = () => () => undefined; module.exports = { createToJSONSchemaMethod: none, createStandardJSONSchemaMethod: none };';

/** Leaves out of the program what it never uses and the bundler cannot tell. */
export const lighter: Plugin = {
  name: 'lighter',
  setup: (bundling) => {
    // Zod brings its messages in fifty languages.
    bundling.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: nothing }));
    bundling.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/ }, () => ({
      contents: nothing,
    }));
    bundling.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ }, () => ({
      contents: noJsonSchema,
    }));
    bundling.onLoad({ filter: /[\\/](?:core|review|zendesk)[\\/]src[\\/].*\.tsx?$/ }, withNamespace);
    bundling.onLoad({ filter: /[\\/]translations[\\/]\w+\.json$/ }, ownTexts);
  },
};

/** Of an object with all of Zod in it nothing can be left out; of a namespace everything that is not named. */
async function withNamespace({ path }: OnLoadArgs): Promise<OnLoadResult> {
  const source = await readFile(path, 'utf8');
  const loader: Loader = path.endsWith('x') ? 'tsx' : 'ts';
  return { contents: source.replace(/^import \{ z \} from 'zod';$/mu, "import * as z from 'zod';"), loader };
}

/** What Zendesk reads of a translation, the app does not. */
async function ownTexts({ path }: OnLoadArgs): Promise<OnLoadResult> {
  const texts: unknown = JSON.parse(await readFile(path, 'utf8'), (name, value: unknown) =>
    name === 'app' ? undefined : value,
  );
  return { contents: JSON.stringify(texts), loader: 'json' };
}
