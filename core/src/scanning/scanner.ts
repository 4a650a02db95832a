import type { Finding } from '../finding/finder.ts';
import type { TextForm } from '../finding/text-form.ts';
import type { Identifiers } from '../identifiers.ts';
import type { Personal } from '../personal.ts';
import type { CopyInto } from './unit-sink.ts';

/** Somebody to be looked for, with a name of the caller's own. */
export interface Sought<Id> {
  readonly id: Id;
  readonly identifiers: Identifiers;
}

/** A place in a text that names one of many people. */
export interface PersonFinding<Id> extends Finding {
  readonly person: Id;
}

/** Looks for many people at once. Built once; it is for as many texts as one likes. */
export interface Scanner<Id> {
  /** What the finder of each finds in a text: leftmost first; of several people at one place, in the order they were given. */
  scan(text: Personal, form: TextForm): readonly PersonFinding<Id>[];
  /**
   * Whether a body of JSON as it came over the network may name anybody, before it is parsed: `false` only where `scan` finds
   * nothing in any string in it, whichever of these forms it has. Wiki markup may hide anything. Default: all forms but light
   * markup. Names of members are no strings.
   */
  mayHold(body: Uint8Array, forms?: readonly TextForm[]): boolean;
  /** Which walk it takes. */
  readonly way: 'kernel' | 'script';
}

/** How a scanner is to work; all of it optional. */
export interface ScannerOptions {
  /** `script` never uses WebAssembly. Default: `fastest`. */
  readonly way?: 'fastest' | 'script';
  /**
   * What counts where a text holds nothing of a person but parts of the name: among thousands there is always a Jane. Default
   * `beside-more`: such a text is none about her. `always`: the scanner reports all that her finder does.
   */
  readonly parts?: 'beside-more' | 'always';
  /**
   * A faster way to copy a text than unit by unit, if the platform has any. On Node:
   * `(room) => { const bytes = Buffer.from(room.buffer, room.byteOffset, room.byteLength); return (text) => bytes.write(text, 'utf16le'); }`
   */
  readonly copyInto?: CopyInto;
}
