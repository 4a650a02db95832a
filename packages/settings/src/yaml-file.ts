import { readFile } from 'node:fs/promises';
import { RuleError } from '@lethe/core';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { SettingsError } from './settings-error.ts';

/** A YAML or JSON file, read: its value, and where in the file a setting stands. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** The line (from 1) of a setting, or of the nearest one around it. */
  lineOf(setting: readonly (string | number)[]): number | undefined;
}

/** Reads a file of settings. Throws `SettingsError` if it cannot be read or is no YAML, with the line. */
export async function readYaml(path: string): Promise<YamlFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new SettingsError(`${path} cannot be read (${code}).`, 'Check the path and the right to read it.');
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) {
    throw new SettingsError(
      `${path}, line ${String(lines.linePos(fault.pos[0]).line)}: this is no YAML (${fault.code}).`,
    );
  }
  const value: unknown = document.toJS();
  return { path, value, lineOf: (setting) => lineIn(document, lines, setting) };
}

function lineIn(document: Document, lines: LineCounter, setting: readonly (string | number)[]): number | undefined {
  for (let length = setting.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(setting.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** The same fault with the file and the line it is on. */
export function faultIn(file: YamlFile, setting: readonly (string | number)[], reason: string): SettingsError {
  const line = file.lineOf(setting);
  const where = setting.length === 0 ? 'the file' : setting.join('.');
  return new SettingsError(`${file.path}${line === undefined ? '' : `, line ${String(line)}`}: ${where}: ${reason}`);
}

/** Runs a check of the file's value; a `RuleError` becomes a fault with its line. */
export function checked<T>(file: YamlFile, check: (value: unknown) => T): T {
  try {
    return check(file.value);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw faultIn(file, error.path === 'rules' ? [] : pathOf(error.path), error.message.slice(error.path.length + 2));
  }
}

/** Spot kinds have a dot in their names: `spots.message.body.author` is `spots`, `message.body`, `author`. */
function pathOf(path: string): readonly string[] {
  const parts = path.split('.');
  if (parts[0] !== 'spots' || parts.length < 3) return parts;
  const [spots = '', noun = '', part = '', ...rest] = parts;
  return noun === 'attachment' ? parts : [spots, `${noun}.${part}`, ...rest];
}
