import { Parser } from 'htmlparser2';
import { textIn, type App } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';

const shapes = new Set([
  ...['svg', 'g', 'path', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'rect', 'symbol', 'use', 'defs'],
  ...['title', 'desc', 'text', 'tspan', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop', 'pattern'],
]);

function svgPaths({ files }: App): readonly string[] {
  return [...files.keys()].filter((path) => path.endsWith('.svg'));
}

/** Drawings hold shapes: scripts, foreign content and handlers are cut out by Zendesk, which rewrites the file. */
export function* cleanSvg(app: App): Iterable<Complaint> {
  for (const path of svgPaths(app))
    if (!isClean(textIn(app.files, path) ?? '')) yield { key: 'dirty_svg', about: path };
}

/** A drawing with a bitmap inside is replaced by a placeholder. */
export function* bitmapsInSvg(app: App): Iterable<Complaint> {
  for (const path of svgPaths(app))
    if (/<image\b|data:image\//iu.test(textIn(app.files, path) ?? '')) yield { key: 'bitmap_in_svg', about: path };
}

function isClean(markup: string): boolean {
  const found = { unknown: false };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const harmful = Object.entries(attributes).some(
          ([attribute, value]) => /^on/iu.test(attribute) || /^\s*(?:javascript|data):/iu.test(value),
        );
        if (harmful || !(shapes.has(name) || name === 'image')) found.unknown = true;
      },
      onprocessinginstruction: () => (found.unknown = true),
    },
    { xmlMode: true },
  );
  parser.end(markup);
  return !found.unknown;
}
