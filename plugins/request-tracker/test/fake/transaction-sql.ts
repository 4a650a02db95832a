import { Refused } from './answer.ts';
import type { Row } from './rows.ts';
import { textIn } from './rows.ts';
import { queryIn } from './sql-words.ts';
import { isTrue, meets } from './ticket-sql.ts';
import type { Tracker } from './tracker.ts';

const columns: readonly string[] = ['id', 'ObjectType', 'ObjectId', 'Type', 'Field', 'OldValue', 'NewValue', 'Creator'];

/** Entries of histories a query finds; `__CurrentUser__` stands for the account of the token. */
export function transactionsFor({ rows }: Tracker, text: string, self: Row): readonly Row[] {
  const query = queryIn(text);
  return rows.all('Transactions').filter((row) =>
    isTrue(query, (condition) => {
      const { field, value } = condition;
      if (!columns.includes(field))
        throw new Refused(400, { message: `Unknown field: ${field} at Transactions.pm line 960.\n` });
      return meets([textIn(row, field)], { ...condition, value: value.replace('__CurrentUser__', String(self.id)) });
    }),
  );
}
