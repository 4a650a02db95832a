import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** The colour of the product: deep water. White text is readable on the shades from 6 on. */
const water: MantineColorsTuple = [
  '#e8f7f8',
  '#d3ecee',
  '#a6d9dd',
  '#76c5cb',
  '#4fb2ba',
  '#2b97a1',
  '#147a86',
  '#0c6673',
  '#09525d',
  '#053d46',
];

/** Greys with a little of the water in them, so that light and dark belong together. */
const dark: MantineColorsTuple = [
  '#d5dcde',
  '#b4bfc3',
  '#93a1a6',
  '#6c7c82',
  '#3d4b51',
  '#2f3b40',
  '#242e33',
  '#1a2226',
  '#141b1e',
  '#0e1416',
];

/** How the console looks. */
export const theme = createTheme({
  colors: { water, dark },
  primaryColor: 'water',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem', lineHeight: '1.25' }, h2: { fontSize: '1.15rem' } },
  },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
});
