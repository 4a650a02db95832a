import { createHash } from 'node:crypto';
import { Personal, plainIdentifiers } from '@lethe/core';
import type { Identifiers, PlainIdentifiers, ReadyStep, TextContent } from '@lethe/core';
import { z } from 'zod';
import type { AdfDocument } from './adf.ts';

/** Where our texts and Jira's differ in form: the only place that unwraps them, besides `write.ts`. */

const documentSchema = z.looseObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

/** A document without anything in it. Fields take it as empty; comments may not. */
const emptyDocument: AdfDocument = { type: 'doc', version: 1, content: [] };

/** The document a step writes; nothing where a text is to be cut that was no document. */
export function documentOf({ after }: ReadyStep): AdfDocument {
  if (after === undefined || after.form === 'list') return emptyDocument;
  const text = after.text.reveal();
  return after.form === 'adf' ? documentIn(text) : documentWith(text);
}

/** A document of one paragraph with one text, as `adf.ts` reads it back; empty texts are not valid in one. */
function documentWith(line: string): AdfDocument {
  if (line.trim() === '') return emptyDocument;
  return { ...emptyDocument, content: [{ type: 'paragraph', content: [{ type: 'text', text: line }] }] };
}

function documentIn(json: string): AdfDocument {
  const written: unknown = JSON.parse(json);
  return documentSchema.parse(written);
}

/** The line of plain text a step writes. */
export function lineOf({ after }: ReadyStep): string {
  return after !== undefined && 'text' in after ? after.text.reveal() : '';
}

/** What a person is looked for by, to be put into searches. */
export function wordsIn(who: Identifiers): Required<PlainIdentifiers> {
  return plainIdentifiers(who);
}

/** Several texts as one, each on its own line. */
export function lines(...texts: readonly Personal[]): Personal {
  const shown = texts.filter((text) => !text.isBlank);
  return Personal.of(shown.map((text) => text.reveal()).join('\n'));
}

/** Values of fields as plain text, for identifiers: these unwrap nothing that is not wrapped again at once. */
export function plainTexts(values: readonly Personal[]): readonly string[] {
  return values.map((value) => value.reveal());
}

/** Whether a name holds what was searched for, so that the name may be why it was found. */
export function holds(text: Personal, searched: string): boolean {
  return text.reveal().toLowerCase().includes(searched.toLowerCase());
}

/** A run of text as redaction takes it: how long it is, its hash, and where in a document it is. */
export interface Run {
  readonly length: number;
  /** Base64 of the hexadecimal SHA-256 of the text. */
  readonly hash: string;
  readonly pointer?: string;
}

/** The runs of text in what a field holds, a line or a document. */
export function runsIn({ form, text }: TextContent, how: 'line' | 'document'): readonly Run[] {
  if (how === 'line') return [runOf(text.reveal())];
  const document = form === 'adf' ? documentIn(text.reveal()) : documentWith(text.reveal());
  return runsUnder(document, '');
}

const holderSchema = z.looseObject({ text: z.string().optional(), content: z.array(z.unknown()).optional() });

function runsUnder(node: unknown, pointer: string): readonly Run[] {
  const { data } = holderSchema.safeParse(node);
  if (data === undefined) return [];
  const own = data.text === undefined ? [] : [{ ...runOf(data.text), pointer: `${pointer}/text` }];
  return [...own, ...(data.content ?? []).flatMap((child, at) => runsUnder(child, `${pointer}/content/${String(at)}`))];
}

function runOf(text: string): Run {
  const digest = createHash('sha256').update(text).digest('hex');
  return { length: text.length, hash: Buffer.from(digest).toString('base64') };
}

/** Whether nothing is left of a text but the bars that redaction puts in place of each character. */
export function isCovered(text: Personal): boolean {
  return /^[\s█]*$/.test(text.reveal());
}
