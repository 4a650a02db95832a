import { fieldList } from './api.ts';
import type { Line } from './ask.ts';
import { catalogOf } from './issue-fields.ts';
import type { FieldCatalog } from './issue-fields.ts';
import { currentAccount } from './people-api.ts';

/** What a host object remembers of its site, because it cannot change under it. */
export class Known {
  readonly #line: Line;
  #self: Promise<string> | undefined;
  #fields: Promise<FieldCatalog> | undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  /** The account the calls are made with. */
  async self(): Promise<string> {
    this.#self ??= currentAccount(this.#line);
    return forgetting(this.#self, () => (this.#self = undefined));
  }

  /** Fields of issues that hold texts or people. */
  async fields(): Promise<FieldCatalog> {
    this.#fields ??= fieldList(this.#line).then(catalogOf);
    return forgetting(this.#fields, () => (this.#fields = undefined));
  }
}

async function forgetting<T>(asked: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    forget();
    throw error;
  }
}
