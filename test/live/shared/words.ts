import type { Random } from './random.ts';

/** Marks texts with words that occur nowhere else, so that a hunt can tell where a remainder came from. */
export interface Words {
  /** A word that must be gone after the person is anonymized: it stands in a text of hers. */
  readonly secret: (of: string) => string;
  /** A word in what others wrote to her, which reaches her by mail. */
  readonly outgoing: (of: string) => string;
  /** A word that must still be there: it stands in a text that is not about her, or around a mention of her. */
  readonly kept: (of: string) => string;
  readonly all: {
    readonly secret: readonly string[];
    readonly outgoing: readonly string[];
    readonly kept: readonly string[];
  };
}

/** A new collection of words. */
export function wordsFrom(random: Random): Words {
  const all = { secret: new Array<string>(), outgoing: new Array<string>(), kept: new Array<string>() };
  const into = (list: string[], start: string) => (of: string) => {
    const word = `${start}${of}${1000 + random.number(9000)}zq`;
    list.push(word);
    return word;
  };
  return {
    secret: into(all.secret, 'hush'),
    outgoing: into(all.outgoing, 'told'),
    kept: into(all.kept, 'keep'),
    all,
  };
}
