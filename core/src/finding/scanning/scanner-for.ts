import type { Identifiers } from '../../identifiers.ts';
import type { Personal } from '../../personal.ts';
import { readingsOf } from '../reading/readings.ts';
import { Shelf } from '../reading/shelf.ts';
import type { TextForm } from '../text-form.ts';
import { leftmostLongest, type Match, type PersonFinding } from './choose.ts';
import { walkGlyphs } from './glyph-walk.ts';
import { kernelWalker } from './kernel/kernel-walker.ts';
import { PoolMatcher } from './matcher.ts';
import { type PatternPool, PatternPoolBuilder } from './pattern-pool.ts';
import { UnitText } from './readable.ts';
import { renderings } from './renderings.ts';
import { ScriptWalker } from './script-walker.ts';
import { copierFor, type CopierFor, ESCAPES, type Met, SLOW, type Walker } from './walk.ts';

/** Looks for many people at once. */
export interface Scanner {
  /** Who is named where: leftmost first, the longer of two, all owners of a place that several people share. */
  find(text: Personal, form: TextForm): readonly PersonFinding[];
  /** Everybody named in a text, also within a longer name of somebody else: by their places in the list, in order. */
  peopleIn(text: Personal, form: TextForm): readonly number[];
  /** Which walk it takes. */
  readonly way: 'kernel' | 'script';
}

/** How a scanner is to work; all of it optional. */
export interface ScannerOptions {
  /** `script` never uses WebAssembly. */
  readonly way?: 'fastest' | 'script';
  /** A faster way to copy a text's units than one by one, if the platform has any. */
  readonly copierFor?: CopierFor;
}

/**
 * A scanner for any number of people. It finds what `finderFor` finds for certain by the identifiers themselves, in time
 * that hardely depends on how many people are looked for; it does not weigh a given name alone, nor what stands around.
 */
export function scannerFor(people: readonly Identifiers[], options: ScannerOptions = {}): Scanner {
  const builder = new PatternPoolBuilder();
  for (const [person, who] of people.entries()) builder.put(who, person);
  return new TextScanner(builder.pool(), options);
}

/** Escapes the finder decodes: HTML entities, backslashes, percent signs, quoted-printable and words in mail headers. */
const ESCAPED = /&(?:#[\dxX]|[A-Za-z]{2,8};)|\\|[%=][\dA-Fa-f]{2}|=(?:\?|\r?\n)/;

class TextScanner implements Scanner {
  readonly way: Scanner['way'];
  readonly #walker: Walker;
  readonly #matcher: PoolMatcher;
  readonly #pool: PatternPool;
  readonly #units = new UnitText(new Uint16Array(0));
  readonly #shelf = new Shelf();

  constructor(pool: PatternPool, { way = 'fastest', copierFor: copier = copierFor }: ScannerOptions) {
    const kernel = way === 'script' ? undefined : kernelWalker(pool.table, copier);
    this.way = kernel === undefined ? 'script' : 'kernel';
    this.#walker = kernel ?? new ScriptWalker(pool.table, copier);
    this.#matcher = new PoolMatcher(pool);
    this.#pool = pool;
  }

  find(text: Personal, form: TextForm): readonly PersonFinding[] {
    return leftmostLongest(this.#matches(text.reveal(), form));
  }

  peopleIn(text: Personal, form: TextForm): readonly number[] {
    const people = new Set(this.#matches(text.reveal(), form).map(({ person }) => person));
    return [...people].sort((one, other) => one - other);
  }

  #matches(text: string, form: TextForm): readonly Match[] {
    const { matches, seen } = this.#asItStands(text);
    const hasEscapes = (seen & ESCAPES) !== 0 && ESCAPED.test(text);
    if (form === 'plain' && seen === 0) return matches;
    if (form === 'plain' && !hasEscapes && (seen & SLOW) === 0) return matches;
    return (seen & SLOW) === 0 && this.#isAllSeen(matches, text, { form, hasEscapes })
      ? matches
      : this.#slow(text, form);
  }

  /** Whether the text shows a reader exactly what it holds as it stands. */
  #isAllSeen(
    matches: readonly Match[],
    text: string,
    { form, hasEscapes }: { readonly form: TextForm; readonly hasEscapes: boolean },
  ): boolean {
    if (form === 'html' && matches.some(({ start }) => isInTag(text, start))) return false;
    const shown = renderings(text, form, hasEscapes);
    return (
      shown?.every((one) => {
        const other = this.#asItStands(one);
        return (other.seen & SLOW) === 0 && isAlike(matches, other.matches);
      }) ?? false
    );
  }

  #asItStands(text: string): { readonly matches: readonly Match[]; readonly seen: number } {
    const found: Match[] = [];
    const units = this.#units;
    const met: Met = (_, at, key) => {
      this.#matcher.match(units.use(this.#walker.units, text.length), { at, key }, found);
    };
    const seen = this.#walker.walk(text, met);
    return { matches: found, seen };
  }

  #slow(text: string, form: TextForm): readonly Match[] {
    const found: Match[] = [];
    for (const glyphs of readingsOf(text, form, this.#shelf).ways) {
      walkGlyphs(glyphs, this.#pool.table, (_, at, key) => {
        this.#matcher.match(glyphs, { at, key }, found);
      });
    }
    this.#shelf.putBack();
    return found;
  }
}

function isInTag(text: string, at: number): boolean {
  return text.lastIndexOf('<', at) > text.lastIndexOf('>', at);
}

/** Whether both name the same people by the same identifiers, equally often. */
function isAlike(some: readonly Match[], others: readonly Match[]): boolean {
  if (some.length !== others.length) return false;
  const sum = (matches: readonly Match[]): number =>
    matches.reduce(
      (total, { person, named }) => total + Math.imul(person + 1, 0x9e3779b1) + Math.imul(named + 1, 0x85ebca6b),
      0,
    );
  return sum(some) === sum(others);
}
