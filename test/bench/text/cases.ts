import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainIdentifiers } from '@lethe/core';

/** A stretch of a text that some annotator marked. */
export interface Marked {
  readonly s: number;
  readonly e: number;
  readonly text: string;
}

/** What a line says about the person who is looked for. */
export interface Subject {
  readonly names?: readonly string[];
  readonly aliases?: readonly string[];
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly ids?: readonly string[];
  readonly usernames?: readonly string[];
  readonly address?: readonly string[];
  readonly other?: Subject;
}

/** A text with everything in it that must go and everything that must stay. */
export interface SpanCase {
  readonly id: string;
  readonly text: string;
  readonly subject: Subject;
  readonly gold: readonly (Marked & { readonly derivable: boolean })[];
  readonly others: readonly Marked[];
}

/** A text made to mislead: `gone` must not be in the result, `keep` must. */
export interface Trap {
  readonly id: string;
  readonly subject: Subject;
  readonly format: string;
  readonly input: string;
  readonly gone: readonly string[];
  readonly keep: readonly string[];
}

/** A file of such lines; what is neither is left out. */
export interface CaseFile {
  readonly name: string;
  readonly spans: readonly SpanCase[];
  readonly traps: readonly Trap[];
}

/** Every `*.jsonl` of a folder that holds lines of one of the two forms. */
export function readCases(folder: string): readonly CaseFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
    const rows = lines.map((line): unknown => JSON.parse(line));
    return { name, spans: rows.filter(isSpanCase), traps: rows.filter(isTrap) };
  });
}

/** The identifiers of a line as the product takes them. */
export function identifiersOf({ names, aliases, emails, phones, ids, usernames, address }: Subject): PlainIdentifiers {
  return {
    names: [...(names ?? []), ...(aliases ?? [])],
    addresses: emails ?? [],
    phones: phones ?? [],
    externalIds: ids ?? [],
    postalAddresses: address ?? [],
    logins: (usernames ?? []).map((name) => name.replace(/^@/, '')),
  };
}

function isSpanCase(row: unknown): row is SpanCase {
  return isObject(row) && 'gold' in row && 'text' in row && 'subject' in row;
}

function isTrap(row: unknown): row is Trap {
  return isObject(row) && 'gone' in row && 'input' in row && 'subject' in row;
}

function isObject(row: unknown): row is object {
  return typeof row === 'object' && row !== null;
}
