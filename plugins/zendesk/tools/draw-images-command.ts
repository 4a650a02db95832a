import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const drawings = [
  { from: 'mark.svg', to: 'logo.png', width: 320, height: 320 },
  { from: 'mark.svg', to: 'logo-small.png', width: 128, height: 128 },
  { from: 'banner.svg', to: 'banner.png', width: 1660, height: 400 },
];

// Draws the pictures of the marketplace from their drawings; Chromium is at CHROMIUM or in its usual place.
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
});
for (const { from, to, width, height } of drawings) {
  const page = await browser.newPage({ viewport: { width, height } });
  const drawing = await readFile(join(import.meta.dirname, 'images', from), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  await writeFile(join(import.meta.dirname, '../app/assets', to), await page.screenshot());
  await page.close();
}
await browser.close();
