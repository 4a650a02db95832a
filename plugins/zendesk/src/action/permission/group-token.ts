/** A group by its number, as permissions and actors name it. */
export function groupNumbered(id: number | string): string {
  return `id:${id}`.slice(0, LONGEST);
}

/** A group by its name: case, kind of blanks and the way accents are written do not matter. */
export function groupNamed(name: string): string {
  return `name:${name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()}`.slice(0, LONGEST);
}

/** A group of the account. */
export interface Group {
  readonly id: number;
  readonly name: string;
}

/** Both tokens of a group. */
export function tokensOf({ id, name }: Group): readonly string[] {
  return [groupNumbered(id), groupNamed(name)];
}

/** Core takes no longer names of groups. */
const LONGEST = 128;
