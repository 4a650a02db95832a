import { expect, it } from '@jest/globals';
import { withoutMarkup } from './trusted-types.ts';

it('lets a sheet of variables through, and nothing that could hold markup', () => {
  expect(withoutMarkup(':root{--a:1px}@media (min-width: 48em){.b{color:red}}')).toContain('--a:1px');
  for (const text of ['<img src=x onerror=alert(1)>', 'a < b', '</style><script>']) {
    expect(() => withoutMarkup(text)).toThrow(TypeError);
  }
});
