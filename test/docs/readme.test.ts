import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '@lethe/cli';
import { format, resolveConfig } from 'prettier';
import { withAbilities } from './abilities.ts';

const path = new URL('../../README.md', import.meta.url);
describe('the README', () => {
  let readme: string;
  beforeAll(async () => {
    readme = await readFile(path, 'utf8');
  });

  it('shows what each host can do as its profile says', async () => {
    const options = { ...(await resolveConfig(path)), parser: 'markdown' };
    expect(await format(withAbilities(readme), options)).toBe(await format(readme, options));
  });

  it.each(Object.values(exitCodes))('lists exit code $code with its meaning', ({ code, means }) => {
    expect(readme).toMatch(
      new RegExp(`\\| *${String(code)} *\\| *${means.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} *\\|`),
    );
  });

  it('gives one command that runs the main job and one that passes the tests', () => {
    const blockAfter = (heading: string): string | undefined =>
      new RegExp(`## ${heading}[\\s\\S]*?\`\`\`sh\\n(.*)\\n\`\`\``).exec(readme)?.[1];
    expect(blockAfter('Run it')).toBe('npm ci && npm start');
    expect(blockAfter('Test it')).toBe('npm ci && npm test');
  });
});
