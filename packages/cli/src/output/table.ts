import Table from 'cli-table3';

/** A table for people: a heading and rows of the same length. */
export function tableOf(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const table = new Table({ head: [...heading], style: { head: [], border: [], compact: true }, chars: lean });
  table.push(...rows.map((row) => row.map(String)));
  return table.toString();
}

const lean = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};
