/** A Markdown table, its columns aligned for whoever reads it unrendered; nothing where there are no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const cells = [head, ...rows].map((row) => row.map(shown));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const [headLine = '', ...lines] = cells.map((row) => lineOf(row.map((cell, at) => cell.padEnd(widths[at] ?? 0))));
  return [headLine, lineOf(widths.map((width) => '-'.repeat(width))), ...lines].join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text as Markdown shows it and does not obey it: on one line, without markup of its own. */
export function shown(text: string | number): string {
  return String(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*[\]<>|~]|(?<!\w)_|_(?!\w)|^[#=+-]/gu, (sign) => `\\${sign}`);
}
