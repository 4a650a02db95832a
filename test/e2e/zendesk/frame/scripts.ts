import { join } from 'node:path';
import { build } from 'esbuild';

/** The page's own program, as one script. */
export function pageScript(): Promise<string> {
  return scriptOf(join(import.meta.dirname, 'page/main.ts'));
}

/** Zendesk's SDK as its CDN gives it: one script that leaves `ZAFClient` behind. */
export function sdkScript(): Promise<string> {
  return scriptOf('zendesk_app_framework_sdk', 'ZAFClient');
}

async function scriptOf(entry: string, globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    absWorkingDir: import.meta.dirname,
    ...(globalName === undefined ? {} : { globalName }),
  });
  return outputFiles[0]?.text ?? '';
}
