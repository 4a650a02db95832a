/** One numbered row of `docs/requirements.md`. */
export interface Requirement {
  /** `HD-14`; kept for ever. */
  readonly number: string;
  readonly says: string;
}

const row = /^\|\s*(?<number>[A-Z]{2}-\d{2})\s*\|\s*(?<says>[^|]*\S)\s*\|\s*$/u;

/** The rows of the requirements table, in its order; throws when a number stands there twice. */
export function requirementsIn(markdown: string): readonly Requirement[] {
  const rows = markdown.split('\n').flatMap((line) => {
    const { number, says } = row.exec(line)?.groups ?? {};
    return number === undefined || says === undefined ? [] : [{ number, says }];
  });
  const twice = rows.find(({ number }, index) => rows.findIndex((other) => other.number === number) !== index);
  if (twice !== undefined) throw new Error(`Row ${twice.number} stands twice in docs/requirements.md: keep one.`);
  return rows;
}
