import { rightsOf } from '@lethe/core';
import type { Permissions, Right } from '@lethe/core';
import type { Happening, NewNotice, NoticeKind, Recipient } from '@lethe/storage';

/** Who may be told, and what they may do. */
export interface Telling {
  readonly recipients: readonly Recipient[];
  readonly permissions: Permissions;
  uuid(): string;
}

/** A few are named, the others are counted. */
const NAMED = 10;

/** What everybody with that right is told, besides whoever it is about. */
const byRight: Readonly<Partial<Record<NoticeKind, Right>>> = { 'second-asked': 'approve', returned: 'approve' };

/** One mail for each who is concerned and kind, however much happened: the second person is never whoever asked. */
export function noticesOf(happenings: readonly Happening[], telling: Telling): readonly NewNotice[] {
  const mails = new Map<string, Mail>();
  for (const happening of happenings)
    for (const operator of concerned(happening, telling)) {
      const { kind } = happening;
      const key = `${operator} ${kind}`;
      mails.set(key, { operator, kind, some: [...(mails.get(key)?.some ?? []), happening] });
    }
  return [...mails.values()].map(({ operator, kind, some }) => ({
    ...{ id: telling.uuid(), operator, kind },
    about: aboutOf(some),
  }));
}

interface Mail {
  readonly operator: string;
  readonly kind: NoticeKind;
  readonly some: readonly Happening[];
}

function aboutOf(some: readonly Happening[]): NewNotice['about'] {
  const [until] = some.flatMap((one) => one.until ?? []).sort((one, other) => one.getTime() - other.getTime());
  return {
    count: some.length,
    runs: [...new Set(some.flatMap(({ run }) => run ?? []))].slice(0, NAMED),
    hosts: [...new Set(some.map(({ host }) => host))].sort().slice(0, NAMED),
    ...(until === undefined ? {} : { until: until.toISOString() }),
  };
}

function concerned({ kind, asker, second, by }: Happening, telling: Telling): readonly string[] {
  const right = byRight[kind];
  return telling.recipients
    .filter(({ unwanted }) => !unwanted.includes(kind))
    .filter(({ id }) => id !== by)
    .filter((one) => {
      if (kind === 'second-asked') return one.id !== asker && may(one, 'approve', telling);
      return one.id === asker || one.id === second || (right !== undefined && may(one, right, telling));
    })
    .map(({ id }) => id);
}

function may(operator: Recipient, right: Right, { permissions }: Telling): boolean {
  return rightsOf(operator, permissions).includes(right);
}
