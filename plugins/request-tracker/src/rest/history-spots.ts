import type { Dossier, Person, Spot, SpotKind } from '@lethe/core';
import type { Personal } from '@lethe/core';
import { messageTypes } from './message.ts';
import { spotAt } from '../place.ts';
import type { Transaction } from '../schema.ts';

/** Old and new texts in a ticket's history. */
export function historySpots(transactions: readonly Transaction[], ticket: string, of: Dossier): readonly Spot[] {
  return transactions
    .filter((one) => !messageTypes.includes(one.Type) && keepsText(one))
    .flatMap((one) =>
      textsOf(one).map(([side, text]) => ({
        id: spotAt('ticket', ticket, `change:${one.id}:${side}`),
        kind: 'dossier.history',
        label: `${side} value in change ${one.id} of ${of.label}`,
        of,
        about: whatChanged(one),
        content: { form: 'plain', text },
      })),
    );
}

/** The same in an account's. */
export function accountHistorySpots(transactions: readonly Transaction[], user: string, of: Person): readonly Spot[] {
  return transactions.filter(keepsText).flatMap((one) =>
    textsOf(one).map(([side, text]) => ({
      id: spotAt('user', user, `change:${one.id}:${side}`),
      kind: 'person.history',
      label: `${side} value in change ${one.id} of user ${user}`,
      of,
      content: { form: 'plain', text },
    })),
  );
}

function textsOf({ OldValue, NewValue, Data }: Transaction): readonly (readonly [string, Personal])[] {
  const sides = [
    ['old', OldValue],
    ['new', NewValue],
    ['data', Data],
  ] as const;
  return sides.filter(([, text]) => !text.isBlank);
}

/** Statuses, people by number, and links between tickets are no texts. */
const numbers = [
  ...['Status', 'AddWatcher', 'DelWatcher', 'SetWatcher', 'Take', 'Untake', 'Steal', 'Give', 'Force', 'Disabled'],
  ...['Enabled', 'AddMembership', 'DeleteMembership', 'AddMember', 'DeleteMember', 'Told', 'Create'],
];
const numberFields = [
  ...['Queue', 'Owner', 'Status', 'Priority', 'InitialPriority', 'FinalPriority', 'TimeWorked', 'TimeLeft'],
  ...['TimeEstimated', 'Starts', 'Started', 'Due', 'Resolved', 'Told', 'Type', 'Disabled', 'Privileged', 'SLA'],
];

function keepsText({ Type, Field }: Transaction): boolean {
  return !numbers.includes(Type) && !(Type === 'Set' && numberFields.includes(Field));
}

function whatChanged({ Type, Field }: Transaction): SpotKind {
  return Type === 'Set' && Field === 'Subject' ? 'dossier.title' : 'dossier.field';
}
