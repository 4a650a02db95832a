import { isObject, type JsonObject } from './json-shape.ts';

/** A package as it is uploaded: files by path below its root, and the paths that are symbolic links. */
export interface AppPackage {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly links: readonly string[];
}

/** A package whose manifest can be read. */
export interface App extends AppPackage {
  readonly manifest: JsonObject;
}

/** The text of a file, if it is there. */
export function textIn(files: AppPackage['files'], path: string): string | undefined {
  const bytes = files.get(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** What a JSON file holds; `broken` if it is none, `absent` if it is not there. */
export function jsonIn(files: AppPackage['files'], path: string): { readonly value: unknown } | 'absent' | 'broken' {
  const text = textIn(files, path);
  if (text === undefined) return 'absent';
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return 'broken';
  }
}

/** The JSON object a file holds; nothing if there is none. */
export function objectIn(files: AppPackage['files'], path: string): JsonObject | undefined {
  const json = jsonIn(files, path);
  return typeof json === 'object' && isObject(json.value) ? json.value : undefined;
}

/** The package with its manifest, if it has a readable one. */
export function appOf(pack: AppPackage): App | undefined {
  const manifest = objectIn(pack.files, 'manifest.json');
  return manifest && { ...pack, manifest };
}
