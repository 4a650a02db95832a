import type { CSSVariablesResolver } from '@mantine/core';

const light = {
  '--lethe-page': '#f4f8f8',
  '--lethe-panel': '#ffffff',
  '--lethe-line': '#d9e2e4',
  '--lethe-quiet': '#51626a',
  '--mantine-color-body': '#ffffff',
  '--mantine-color-text': '#17252b',
  '--mantine-color-dimmed': '#51626a',
  '--mantine-color-placeholder': '#63737b',
  '--mantine-color-anchor': '#0c6673',
  '--mantine-color-error': '#b42323',
  '--mantine-color-red-text': '#b42323',
  '--mantine-color-teal-light-color': '#06684a',
  '--mantine-color-green-light-color': '#1f6b2f',
  '--mantine-color-red-light-color': '#a61e1e',
  '--mantine-color-yellow-light-color': '#7a4300',
  '--mantine-color-orange-light-color': '#9a3412',
  '--mantine-color-gray-light-color': '#41505a',
  '--mantine-color-blue-light-color': '#12508c',
  '--mantine-color-water-light-color': '#09525d',
};

const dark = {
  '--lethe-page': '#11171a',
  '--lethe-panel': '#1a2226',
  '--lethe-line': '#34424a',
  '--lethe-quiet': '#a9b6bb',
  '--mantine-color-body': '#1a2226',
  '--mantine-color-text': '#dbe4e6',
  '--mantine-color-dimmed': '#a9b6bb',
  '--mantine-color-placeholder': '#93a1a6',
  '--mantine-color-anchor': '#76c5cb',
  '--mantine-color-error': '#ff9c9c',
  '--mantine-color-red-text': '#ff9c9c',
  '--mantine-color-teal-light-color': '#7fe3c3',
  '--mantine-color-green-light-color': '#9be3a5',
  '--mantine-color-red-light-color': '#ffb3b3',
  '--mantine-color-yellow-light-color': '#ffd97a',
  '--mantine-color-orange-light-color': '#ffc078',
  '--mantine-color-gray-light-color': '#c8d2d6',
  '--mantine-color-blue-light-color': '#a5d0ff',
  '--mantine-color-water-light-color': '#a6d9dd',
};

/** The colours of the product in light and dark. The library's own are too pale for small text: these are readable on their grounds. */
export function colors(): ReturnType<CSSVariablesResolver> {
  return { variables: {}, light, dark };
}
