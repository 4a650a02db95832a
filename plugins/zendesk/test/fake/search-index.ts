interface Entry {
  readonly visibleAt: number;
  readonly text: string;
}

/** A full-text index that shows a change only after a while. Finds words and quoted phrases, in any case. */
export class SearchIndex {
  #entries = new Map<string, readonly Entry[]>();
  readonly #words = new WeakMap<Entry, readonly string[]>();

  /** Files what something says from then on. */
  put(key: string, text: string, visibleAt: number): void {
    const before = (this.#entries.get(key) ?? []).filter((entry) => entry.visibleAt < visibleAt);
    this.#entries.set(key, [...before, { visibleAt, text }]);
  }

  /** The words found under a key now. */
  wordsOf(key: string, now: number): readonly string[] {
    const entry = this.#shown(key, now);
    if (entry === undefined) return [];
    const words = this.#words.get(entry) ?? wordsIn(entry.text);
    this.#words.set(entry, words);
    return words;
  }

  #shown(key: string, now: number): Entry | undefined {
    const entries = this.#entries.get(key) ?? [];
    const shown = entries.findLastIndex((entry) => entry.visibleAt <= now);
    if (shown > 0) this.#entries.set(key, entries.slice(shown));
    return entries[shown];
  }

  /** All that is stored, what is no longer or not yet shown included. */
  *all(): Generator<string> {
    for (const [key, entries] of this.#entries) for (const { text } of entries) yield `index ${key} ${text}\n`;
  }

  /** Drops what was replaced by something that is shown by now. */
  settle(now: number): void {
    for (const key of this.#entries.keys()) this.#shown(key, now);
  }

  snapshot(): () => void {
    const entries = new Map(this.#entries);
    return () => {
      this.#entries = entries;
    };
  }
}

/** The words of a text as the index holds them. */
export function wordsIn(text: string): string[] {
  return [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}\p{M}]+/gu),
  ].map(([word]) => word);
}

/** Whether words follow each other in a text. */
export function hasPhrase(text: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false;
  return text.some((_, at) => phrase.every((word, step) => text[at + step] === word));
}
