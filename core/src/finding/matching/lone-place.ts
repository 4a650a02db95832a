import type { Beside } from './beside.ts';
import type { Glyphs } from '../reading/glyphs.ts';

/** A given name or a family name alone in a text. */
export interface LonePlace {
  readonly glyphs: Glyphs;
  readonly from: number;
  readonly to: number;
  readonly kind: 'given' | 'family';
  /** All words of the person's names, as texts are compared. */
  readonly own: ReadonlySet<string>;
}

/** The same with what stands around it. */
export interface Scene extends LonePlace {
  readonly before: Beside | undefined;
  readonly after: Beside | undefined;
}
