import { codedRuns, mayBeCoded } from '../finding/reading/mail/base64.ts';
import type { Glyphs } from '../finding/reading/glyphs.ts';
import { codedReadings, mayHoldEscapes, readsOf, type Readings, readingsOf } from '../finding/reading/readings.ts';
import type { Shelf } from '../finding/reading/shelf.ts';
import type { TextForm } from '../finding/text-form.ts';
import { LooseWalk } from './loose-walk.ts';
import type { WhoByKey } from './who-by-key.ts';
import { type CopyInto, UnitSink } from './unit-sink.ts';
import { CODED, ESCAPES, HUMPS, RARE_SIGNS, type Walker } from './walk.ts';

const FIRST_PLANE = 0xffff;
const BLANK = 0x20;

/** Who may be named in a text, by which sorts of identifiers, and its readings if they had to be made. */
export interface Candidates {
  readonly people: readonly number[];
  readonly kindsOf: (person: number) => number;
  readonly readings: Readings | undefined;
}

const ALL_KINDS = 0x3f;
/** Forms with one reading: in others, what is cut in one may free anything in the other. */
const READ_ONCE: ReadonlySet<TextForm> = new Set<TextForm>(['plain', 'html', 'adf', 'json']);

/** Tables for readings, and how texts are copied. */
interface Means {
  readonly shelf: Shelf;
  readonly copyInto: CopyInto | undefined;
}

/** Whether a plain text holds nothing that is read as something else. */
function isAsItStands(text: string): boolean {
  return !text.includes('&') && !text.includes('\\');
}

/** Tells who may be named in a text: never too few. */
export class KeyFinder {
  readonly #walker: Walker;
  readonly #who: WhoByKey;
  readonly #sink: UnitSink;
  readonly #shelf: Shelf;
  readonly #met: (key: number) => void;
  readonly #kindsOf = (person: number): number => this.#who.kindsOf(person);

  constructor(walker: Walker, who: WhoByKey, { shelf, copyInto }: Means) {
    this.#walker = walker;
    this.#who = who;
    this.#sink = new UnitSink(walker, copyInto);
    this.#shelf = shelf;
    this.#met = (key) => {
      who.meet(key);
    };
  }

  /** Walks over the text as it is written, and where that may hide something over what the finder reads in it. */
  candidates(text: string, form: TextForm): Candidates {
    this.#who.begin();
    this.#sink.clear();
    const isWhole = form === 'plain' && isAsItStands(text);
    if (isWhole) this.#sink.takeWhole(text);
    else readsOf(text, form, () => this.#sink.apart());
    const flags = this.#walker.walk(this.#sink.length, this.#met);
    if (this.#isClear(text, isWhole ? flags : flags | CODED)) {
      const kindsOf = READ_ONCE.has(form) ? this.#kindsOf : allKinds;
      return { people: this.#who.people(), kindsOf, readings: undefined };
    }
    const readings = readingsOf(text, form, this.#shelf);
    for (const glyphs of [...readings.ways, ...readings.coded]) this.#walkOver(glyphs);
    return { people: this.#who.people(), kindsOf: allKinds, readings };
  }

  /** Whether a walk with these flags has seen all there is; one over what is read of markup says nothing of base64 in it. */
  #isClear(text: string, flags: number): boolean {
    if ((flags & (RARE_SIGNS | HUMPS)) !== 0 || this.#who.needsLooseWalk) return false;
    if ((flags & ESCAPES) !== 0 && mayHoldEscapes(text)) return false;
    return (flags & CODED) === 0 || !mayBeCoded(text);
  }

  /** Whether anybody may be named in what a body shows, or what it may hide. */
  mayName(shown: readonly string[]): boolean {
    this.#who.begin();
    const may = shown.some((text) => {
      this.#sink.takeWhole(text);
      const flags = this.#walker.walk(this.#sink.length, this.#met);
      if ((flags & (RARE_SIGNS | HUMPS)) !== 0 || ((flags & ESCAPES) !== 0 && mayHoldEscapes(text))) return true;
      const runs = codedRuns(text);
      if (runs.some(({ start, end }) => text.slice(start, end).includes('\n'))) return true;
      for (const glyphs of codedReadings(text, runs, this.#shelf)) this.#walkOver(glyphs);
      return this.#who.needsLooseWalk || this.#who.isAnybody;
    });
    this.#shelf.putBack();
    return may;
  }

  #walkOver(glyphs: Glyphs): void {
    this.#sink.clear();
    for (let at = 0; at < glyphs.length; at += 1) {
      const code = glyphs.code(at);
      this.#sink.add(code > FIRST_PLANE ? BLANK : code);
    }
    this.#walker.walk(this.#sink.length, this.#met);
    new LooseWalk(glyphs, this.#who.isBetween).walk(this.#who.begins, this.#met);
  }
}

function allKinds(): number {
  return ALL_KINDS;
}
