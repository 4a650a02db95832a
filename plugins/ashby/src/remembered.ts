import type { Candidate } from './schema.ts';

/** As many candidates as are held at most; others are read again before they are changed. */
const MOST = 1_000;

type Kept = Pick<Candidate, 'tags' | 'applicationIds'>;

/** What the latest readings showed, for calls that name what is to go. In memory only; what came in first is forgotten first. */
export class Remembered {
  readonly #candidates = new Map<string, Kept>();

  take({ id, tags, applicationIds }: Candidate): void {
    this.#candidates.delete(id);
    this.#candidates.set(id, { tags, applicationIds });
    for (const old of this.#candidates.keys()) {
      if (this.#candidates.size <= MOST) return;
      this.#candidates.delete(old);
    }
  }

  /** Tags as last seen: Ashby wants their ids. */
  tags(candidate: string): Candidate['tags'] | undefined {
    return this.#candidates.get(candidate)?.tags;
  }

  /** Whose an application is. */
  candidateWith(application: string): string | undefined {
    return [...this.#candidates].find(([, { applicationIds }]) => applicationIds.includes(application))?.[0];
  }
}
