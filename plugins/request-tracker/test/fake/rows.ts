/** What a column may hold. */
export type Cell = string | number | null;
/** A row of Request Tracker's database, under its own names of columns. */
export type Row = { readonly id: number } & Record<string, Cell>;
/** Values of a row to be. */
export type Values = Readonly<Record<string, Cell>>;

export const tableNames = [
  ...['Principals', 'Users', 'Groups', 'GroupMembers', 'Queues', 'CustomFields', 'ObjectCustomFieldValues', 'ACL'],
  ...['Tickets', 'Transactions', 'Attachments', 'Attributes', 'Links', 'Classes', 'Articles', 'AuthTokens', 'sessions'],
] as const;
export type TableName = (typeof tableNames)[number];

/** A small database: what the REST API shows and what only stands in tables. */
export class Rows {
  readonly #tables = new Map<TableName, Map<number, Row>>(tableNames.map((name) => [name, new Map()]));
  readonly #last = new Map<TableName, number>();
  /** Rows by what a column of theirs holds, until the table changes. */
  readonly #indexes = new Map<TableName, Map<string, Map<Cell | undefined, Row[]>>>();

  /** All rows of a table, by number. */
  all(table: TableName): Row[] {
    return [...this.#table(table).values()];
  }

  /** The first column that is asked for is looked up: let it be the one that tells most apart. */
  where(table: TableName, wanted: Values): Row[] {
    const [first, ...rest] = Object.entries(wanted);
    if (first === undefined) return this.all(table);
    const rows = this.#index(table, first[0]).get(first[1]) ?? [];
    return rows.filter((row) => rest.every(([column, value]) => row[column] === value));
  }

  #index(table: TableName, column: string): Map<Cell | undefined, Row[]> {
    const indexes = this.#indexes.get(table) ?? new Map<string, Map<Cell | undefined, Row[]>>();
    this.#indexes.set(table, indexes);
    const known = indexes.get(column);
    if (known !== undefined) return known;
    const index = new Map<Cell | undefined, Row[]>();
    for (const row of this.#table(table).values()) {
      const rows = index.get(row[column]);
      if (rows === undefined) index.set(row[column], [row]);
      else rows.push(row);
    }
    indexes.set(column, index);
    return index;
  }

  find(table: TableName, id: number): Row | undefined {
    return this.#table(table).get(id);
  }

  get(table: TableName, id: number): Row {
    const row = this.find(table, id);
    if (row === undefined) throw new Error(`no row ${String(id)} in ${table}`);
    return row;
  }

  /** Users and groups have the number of their principal, which is given; everything else is numbered by its table. */
  insert(table: TableName, values: Values, number?: number): Row {
    const id = number ?? (this.#last.get(table) ?? 0) + 1;
    this.#last.set(table, Math.max(id, this.#last.get(table) ?? 0));
    const row = { ...values, id };
    this.#table(table).set(id, row);
    this.#indexes.delete(table);
    return row;
  }

  update(table: TableName, id: number, values: Values): void {
    this.#table(table).set(id, { ...this.get(table, id), ...values, id });
    this.#indexes.delete(table);
  }

  delete(table: TableName, id: number): void {
    this.#table(table).delete(id);
    this.#indexes.delete(table);
  }

  #table(name: TableName): Map<number, Row> {
    const table = this.#tables.get(name);
    if (table === undefined) throw new Error(`no table ${name}`);
    return table;
  }
}

/** A cell as text; nothing is the empty text. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

/** A cell as a number; nothing is 0. */
export function numberIn(row: Row, column: string): number {
  return Number(row[column] ?? 0);
}
