import type { AppPackage } from './app-package.ts';
import type { JsonObject } from './json-shape.ts';

/** The parts of a package, to be changed one at a time. */
export interface Parts {
  readonly manifest: JsonObject;
  readonly requirements?: unknown;
  readonly english: unknown;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly links: readonly string[];
}

/** The beginning of a PNG of that size: all a checker looks at. */
export function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(24);
  bytes.write('89504e470d0a1a0a', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A custom object with what it must have. */
export const thing = { key: 'thing', title: 'Thing', title_pluralized: 'Things', include_in_list_view: true };

/** A field of that object. */
export function field(key: string, more: JsonObject = {}): JsonObject {
  return { key, title: 'Field', type: 'text', object_key: 'thing', ...more };
}

/** A trigger of that object. */
export function trigger(more: JsonObject = {}): JsonObject {
  return { title: 'Trigger', object_key: 'thing', actions: [{}], conditions: { all: [{}] }, ...more };
}

/** An app nothing is wrong with. */
export const good: Parts = {
  manifest: {
    author: { name: 'Somebody', url: 'https://somebody.test' },
    defaultLocale: 'en',
    frameworkVersion: '2.0',
    private: false,
    location: { support: { nav_bar: { url: 'assets/iframe.html', flexible: true }, modal: 'https://app.test/modal' } },
    parameters: [{ name: 'groups', type: 'text' }],
    domainWhitelist: ['app.test'],
    termsConditionsURL: 'https://somebody.test/terms',
  },
  requirements: {
    user_fields: { mark: { key: 'mark', title: 'Mark', type: 'date' } },
    custom_objects_v2: { objects: [thing], object_fields: [field('one')], object_triggers: [trigger()] },
  },
  english: {
    app: {
      ...{ name: 'App', short_description: 'Short', long_description: 'Long', installation_instructions: 'Install' },
      parameters: { groups: { label: 'Groups' } },
    },
  },
  files: {
    'assets/iframe.html': '<script src="main.js"></script>',
    'assets/main.js': 'go("https://app.test")',
    'assets/icon_nav_bar.svg': '<svg viewBox="0 0 18 18"><path d="M0 0h9"/></svg>',
    'assets/logo.png': png(320, 320),
    'assets/logo-small.png': png(128, 128),
    'assets/banner.png': png(1660, 400),
  },
  links: [],
};

/** The package those parts make. */
export function packed({ manifest, requirements, english, files, links }: Parts): AppPackage {
  const all = {
    'manifest.json': JSON.stringify(manifest),
    'translations/en.json': JSON.stringify(english),
    ...(requirements === undefined ? {} : { 'requirements.json': JSON.stringify(requirements) }),
    ...files,
  };
  const bytes = Object.entries(all).map(([path, content]) => [path, Buffer.from(content)] as const);
  return { files: new Map(bytes), links };
}
