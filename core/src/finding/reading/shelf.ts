import { Glyphs } from './glyphs.ts';

/** Tables that are used again for the next text: making new ones costs more than filling them, and memory besides. */
export class Shelf {
  readonly #tables: Glyphs[] = [];
  #taken = 0;

  /** An empty table. */
  take(): Glyphs {
    const table = this.#tables[this.#taken] ?? new Glyphs();
    this.#tables[this.#taken] = table;
    this.#taken += 1;
    return table;
  }

  /** Takes back all tables; whoever still reads one would read another text. */
  putBack(): void {
    for (const table of this.#tables.slice(0, this.#taken)) table.clear();
    this.#taken = 0;
  }
}
