import type { TextFile } from './test-files.ts';
import { testTitles } from './titles/test-titles.ts';

/** A row of `docs/promises.md`: what the product promises and the test that holds it. */
export interface Promised {
  readonly promise: string;
  /** Nothing while no test holds it: the row says `not yet`. */
  readonly test?: { readonly file: string; readonly name: string };
}

const notYet = 'not yet';

/** The rows of the promises table; throws when a row has another form than `promise | test file | test name`. */
export function promisesIn(markdown: string): readonly Promised[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.map(cellsOf).filter(isRow).map(promisedBy);
}

/** What is wrong with the table: one sentence for each row whose test does not exist. */
export function unheldPromises(promises: readonly Promised[], files: readonly TextFile[]): readonly string[] {
  return promises.flatMap(({ promise, test }) => {
    if (test === undefined) return [];
    const file = files.find(({ path }) => path === test.file);
    if (file === undefined) return [`"${promise}" names ${test.file}, which is no file with tests.`];
    const isThere = testTitles(file.path, file.text).some(({ full, own }) => [full, own].includes(test.name));
    return isThere ? [] : [`"${promise}" names "${test.name}", which is no test in ${test.file}.`];
  });
}

/** Cells between bars; `\|` is a bar in a cell, and backticks around a whole cell are for show. */
function cellsOf(line: string): readonly string[] {
  const cells = line.split(/(?<!\\)\|/u).slice(1, -1);
  return cells.map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/^`(.*)`$/u, '$1'),
  );
}

function isRow([first = '', second = '']: readonly string[]): boolean {
  return first !== 'promise' && !/^:?-+:?$/u.test(second);
}

function promisedBy(cells: readonly string[]): Promised {
  const [promise = '', file = '', name = ''] = cells;
  if (file === notYet && promise !== '') return { promise };
  if (cells.length === 3 && !cells.includes('')) return { promise, test: { file, name } };
  throw new Error(`The row "${promise}" of docs/promises.md needs three cells: promise, test file, test name.`);
}
