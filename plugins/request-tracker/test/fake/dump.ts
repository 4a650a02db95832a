import { tableNames, textIn } from './rows.ts';
import { historyOf } from './ticket-sql.ts';
import type { Tracker } from './tracker.ts';

/** Everything the invented Request Tracker holds, as its database has it: bodies are encoded. */
export function* dumpOf({ rows }: Tracker): Generator<string> {
  for (const table of tableNames) {
    for (const row of rows.all(table)) {
      yield `${table} ${Object.entries(row)
        .map(([column, value]) => `${column}=${String(value)}`)
        .join('\n')}\n`;
    }
  }
}

const counted = ['Create', 'Correspond', 'Comment', 'EmailRecord', 'CommentEmailRecord'];

/** What reports count, per ticket and as a whole. */
export function talliesOf(tracker: Tracker): Readonly<Record<string, string>> {
  const { rows } = tracker;
  const tickets = rows.all('Tickets').map((ticket): [string, string] => {
    const { Queue, Status, Type, Priority, Owner, Creator, Created, Resolved, TimeWorked } = ticket;
    const requestors = tracker.members(ticket.id, 'Requestor');
    const types = historyOf(tracker, ticket).map((one) => textIn(one, 'Type'));
    const messages = counted.map((type) => types.filter((one) => one === type).length);
    const whose = requestors.map((user) => [user.id, user.Organization]);
    const facts = [Queue, Status, Type, Priority, Owner, Creator, Created, Resolved, TimeWorked];
    return [`ticket ${String(ticket.id)}`, JSON.stringify([...facts, messages, whose])];
  });
  const whole = (['Users', 'Groups', 'Tickets', 'Queues', 'Articles'] as const).map((table): [string, string] => [
    table,
    String(rows.all(table).length),
  ]);
  const roots = rows.all('Attachments').filter(({ Parent }) => Parent === 0).length;
  return Object.fromEntries<string>([...tickets, ...whole, ['mails', String(roots)]]);
}
