import { invalid, wordOf } from './answer.ts';
import { indexedOf } from './indexing.ts';
import type { Jira } from './jira.ts';
import { parseJql } from './jql.ts';
import type { Jql, Query, Value } from './jql.ts';
import type { Issue } from './records.ts';
import { canSee } from './rights.ts';
import type { Caller } from './rights.ts';
import type { Indexed } from './search-index.ts';
import { isMet } from './words.ts';

type Clause = Extract<Query, { is: 'clause' }>;
type Test = (indexed: Indexed) => boolean;

/** Issues the caller may see and the search believes to match; those to be reconciled are looked at as they are. */
export function found(jira: Jira, caller: Caller, asked: { jql: string; reconcile: readonly number[] }): Issue[] {
  const { query, order } = parseJql(asked.jql);
  if (query === undefined)
    throw invalid('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  for (const { field } of order) checkOrder(field);
  const test = testOf(jira, caller, query);
  const fresh = new Set(asked.reconcile);
  const matching = jira.issues.all().filter((issue) => {
    if (!canSee(jira, caller.user, issue)) return false;
    const indexed = fresh.has(issue.id) ? indexedOf(jira, issue) : jira.index.find(issue.id);
    return indexed !== undefined && test(indexed);
  });
  return matching.sort((one, other) => compared(order, one, other));
}

function compared(order: Jql['order'], one: Issue, other: Issue): number {
  for (const { field, down } of order) {
    const [first, second] = [sortedBy(field, one), sortedBy(field, other)];
    if (first !== second) return (first < second ? -1 : 1) * (down ? -1 : 1);
  }
  return one.id - other.id;
}

/** What issues can be put in order by. */
const orders: Readonly<Record<string, (issue: Issue) => string | number>> = {
  created: ({ created }) => created,
  updated: ({ updated }) => updated,
  id: ({ id }) => id,
  key: ({ id }) => id,
  issuekey: ({ id }) => id,
};

function checkOrder(field: string): void {
  if (!(field in orders)) throw invalid(`Not able to sort using field '${field}'.`);
}

function sortedBy(field: string, issue: Issue): string | number {
  return orders[field]?.(issue) ?? issue.id;
}

function testOf(jira: Jira, caller: Caller, query: Query): Test {
  switch (query.is) {
    case 'not': {
      const test = testOf(jira, caller, query.of);
      return (indexed) => !test(indexed);
    }
    case 'or':
    case 'and': {
      const tests = query.of.map((one) => testOf(jira, caller, one));
      return query.is === 'or'
        ? (indexed) => tests.some((test) => test(indexed))
        : (indexed) => tests.every((test) => test(indexed));
    }
    case 'clause':
      return clauseTest(jira, caller, query);
  }
}

function clauseTest(jira: Jira, caller: Caller, clause: Clause): Test {
  const field = clause.field.toLowerCase();
  if (['issue', 'issuekey', 'key', 'id'].includes(field)) return issueTest(jira, clause);
  if (field === 'created' || field === 'updated') return timeTest(jira, field, clause);
  if (clause.operator === '~' || clause.operator === '!~') return textTest(jira, clause);
  const { column, isPerson } = columnOf(jira, clause.field);
  const wanted = clause.values.map((value) => plainValue(caller, value));
  if (isPerson) for (const one of wanted) checkAccount(jira, one);
  return negated(clause, (indexed) => {
    const held = indexed.values[column] ?? [];
    if (clause.operator === 'is' || clause.operator === 'is not') return held.length === 0;
    return held.some((one) => wanted.some((other) => other.toLowerCase() === one.toLowerCase()));
  });
}

/** With the operators that say the opposite. Fields without a value meet no `!=`. */
function negated({ operator }: Clause, test: Test): Test {
  switch (operator) {
    case '!=':
    case 'not in':
    case 'is not':
      return (indexed) => !test(indexed);
    case '=':
    case 'in':
    case 'is':
      return test;
    default:
      throw invalid(`The operator '${operator}' is not supported by the field.`);
  }
}

function issueTest(jira: Jira, clause: Clause): Test {
  const [first] = clause.values;
  if (typeof first === 'object') {
    const [accountId = ''] = first.given;
    if (first.called !== 'updatedby') throw invalid(`Unable to find JQL function '${first.called}'.`);
    checkAccount(jira, accountId);
    return negated(clause, ({ values }) => values.updatedBy?.includes(accountId) === true);
  }
  const ids = clause.values.map((value) => {
    const issue = typeof value === 'string' ? jira.issue(value) : undefined;
    if (issue === undefined)
      throw invalid(`An issue with key '${wordOf(value)}' does not exist for field '${clause.field}'.`);
    return issue.id;
  });
  return negated(clause, ({ id }) => ids.includes(id));
}

function timeTest(jira: Jira, field: 'created' | 'updated', { operator, values: [value = ''] }: Clause): Test {
  const text = typeof value === 'string' ? value : '';
  const ago = /^-(\d+)([dhwm])$/.exec(text);
  const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
  const limit =
    ago === null
      ? Date.parse(`${text.replace(' ', 'T')}${text.includes(':') ? 'Z' : ''}`)
      : jira.milliseconds() - Number(ago[1]) * (units[ago[2] ?? ''] ?? 0);
  if (Number.isNaN(limit)) throw invalid(`Date value '${text}' for field '${field}' is invalid.`);
  return ({ id }) => {
    const at = Date.parse(jira.issues.get(id)[field]);
    if (operator === '>' || operator === '>=') return operator === '>' ? at > limit : at >= limit;
    if (operator === '<' || operator === '<=') return operator === '<' ? at < limit : at <= limit;
    throw invalid(`The operator '${operator}' is not supported by the '${field}' field.`);
  };
}

/** `text` is the summary, all texts and the comments; work logs are searched by themselves, and only where time is tracked. */
function textTest(jira: Jira, { field, operator, values: [value] }: Clause): Test {
  if (typeof value !== 'string' || value.trim() === '')
    throw invalid(`The field '${field}' is not able to search for an empty string.`);
  const name = field.toLowerCase();
  const ownColumns = ['text', 'comment', ...(jira.site.timeTracking ? ['worklogcomment'] : [])];
  const column = ownColumns.includes(name) ? name : columnOf(jira, field).column;
  const test: Test = ({ texts: { worklogcomment = [], ...texts } }) => {
    const all = column === 'text' ? Object.values(texts).flat() : ({ ...texts, worklogcomment }[column] ?? []);
    return isMet(value, all);
  };
  return operator === '~' ? test : (indexed) => !test(indexed);
}

const systemColumns: Readonly<Record<string, string>> = {
  ...{ project: 'project', reporter: 'reporter', creator: 'creator', assignee: 'assignee', watcher: 'watcher' },
  ...{ status: 'status', summary: 'summary', description: 'description', environment: 'environment' },
};
const people = ['reporter', 'creator', 'assignee', 'watcher'];

/** Fields go by their name, `cf[10010]`, their id, or the alias of a property; one that is not there is an error. */
function columnOf(jira: Jira, name: string): { readonly column: string; readonly isPerson: boolean } {
  const lower = name.toLowerCase();
  const system = systemColumns[lower];
  if (system !== undefined) return { column: system, isPerson: people.includes(system) };
  if (Object.keys(jira.site.aliases).some((alias) => alias.toLowerCase() === lower))
    return { column: lower, isPerson: false };
  const fieldId = lower.replace(/^cf\[(\d+)\]$/, 'customfield_$1');
  const field = jira.fields.all().find((one) => one.fieldId === fieldId || one.name.toLowerCase() === lower);
  if (field === undefined) throw invalid(`Field '${name}' does not exist or you do not have permission to view it.`);
  return { column: field.fieldId, isPerson: ['user', 'users', 'participants', 'approvers'].includes(field.kind) };
}

function plainValue({ user }: Caller, value: Value): string {
  if (typeof value === 'string') return value;
  if (value.called === 'currentuser') return user.accountId;
  throw invalid(`Unable to find JQL function '${value.called}'.`);
}

function checkAccount(jira: Jira, accountId: string): void {
  if (accountId.toLowerCase() === 'empty') return;
  const user = jira.user(accountId);
  const isUnknown = user === undefined || (user.deleted && jira.site.deletedAccountsInJql === 'refused');
  if (isUnknown) throw invalid(`The value '${accountId}' does not exist for the field.`);
}
