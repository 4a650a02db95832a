import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { z } from 'zod';
import { buildExtension } from '../../../packages/extension/tools/build.ts';

/** A Chromium with the extension in it. */
export interface ExtendedBrowser {
  readonly context: BrowserContext;
  /** Tells the extension where its server is, as its options page does. */
  pointTo(server: string): Promise<void>;
  close(): Promise<void>;
}

const manifestSchema = z.looseObject({ optional_host_permissions: z.array(z.string()) });

/** Starts one. What a person allows in a dialogue of the browser, which no program can click, is allowed from the start. */
export async function extendedBrowser(locale = 'en-US'): Promise<ExtendedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-extension-'));
  const app = join(folder, 'app');
  await buildExtension(app);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(app, 'manifest.json'), 'utf8')));
  const allowed = { ...manifest, host_permissions: ['http://127.0.0.1/*'] };
  await writeFile(join(app, 'manifest.json'), JSON.stringify(allowed));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-extensions'],
    locale,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', `--lang=${locale}`],
      ...[`--disable-extensions-except=${app}`, `--load-extension=${app}`],
    ],
  });
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    pointTo: async (server) => worker.evaluate(`chrome.storage.sync.set(${JSON.stringify({ server })})`),
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
