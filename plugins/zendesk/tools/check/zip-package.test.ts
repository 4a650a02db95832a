import { expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { packageInZip } from './zip-package.ts';

it('a zip is read as the files in it', () => {
  const { files, links } = packageInZip(
    zipSync({ 'manifest.json': Buffer.from('{}'), assets: { 'a.js': Buffer.from('1') } }),
  );
  expect([...files.keys()].sort()).toEqual(['assets/a.js', 'manifest.json']);
  expect(Buffer.from(files.get('assets/a.js')!).toString()).toBe('1');
  expect(links).toEqual([]);
});

it('a symbolic link in a zip is seen', () => {
  const isLink = { os: 3, attrs: 0o120777 << 16 };
  const zip = zipSync({ 'manifest.json': Buffer.from('{}'), 'assets/way-out': [Buffer.from('/etc'), isLink] });
  expect(packageInZip(zip).links).toEqual(['assets/way-out']);
});

it('what is no zip is refused', () => {
  expect(() => packageInZip(Buffer.from('no zip at all'))).toThrow();
});
