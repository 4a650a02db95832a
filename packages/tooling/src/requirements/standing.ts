import { testTitles } from '../titles/test-titles.ts';
import type { TextFile } from '../test-files.ts';
import type { Requirement } from './rows.ts';

/** A test that carries a requirement's number in its title. */
export interface Proof {
  readonly number: string;
  readonly file: string;
  readonly line: number;
  readonly title: string;
}

/** A requirement and the tests that prove it; none means unproven. */
export interface ProvenRow extends Requirement {
  readonly proofs: readonly Proof[];
}

/** Where every requirement stands. */
export interface Standing {
  readonly rows: readonly ProvenRow[];
  /** Tests that carry a number no row has. */
  readonly unknown: readonly Proof[];
}

/** Holds the requirements against the titles of all tests. */
export function standingOf(requirements: readonly Requirement[], files: readonly TextFile[]): Standing {
  const families = new Set(requirements.map(({ number }) => number.slice(0, 2)));
  const proofs = files.flatMap(proofsIn).filter(({ number }) => families.has(number.slice(0, 2)));
  const known = new Set(requirements.map(({ number }) => number));
  return {
    rows: requirements.map((row) => ({ ...row, proofs: proofs.filter(({ number }) => number === row.number) })),
    unknown: proofs.filter(({ number }) => !known.has(number)),
  };
}

function proofsIn({ path, text }: TextFile): Proof[] {
  return testTitles(path, text).flatMap(({ full, line }) => {
    const numbers = new Set(full.match(/\b[A-Z]{2}-\d+\b/gu) ?? []);
    return [...numbers].map((number) => ({ number, file: path, line, title: full }));
  });
}
