import { Personal } from '@lethe/core';
import type { Spot, SpotKind } from '@lethe/core';
import { rowSpotId } from '@lethe/inside';
import type { Column, Homes, Row } from '@lethe/inside';
import { notOurs, othersSession } from './abilities.ts';
import { accountRowSpots } from './account-row-spots.ts';
import { columnKinds } from './columns.ts';
import { accountOf, dossierOf, messageOf, placeDossier } from './homes.ts';
import type { Mails } from './homes.ts';
import { mailRowSpots, messageDataSpot } from './mail-row-spots.ts';
import { OTHERS, abilityOf, spotIdIn } from './spots.ts';
import { personIdOf } from '../ids.ts';
import type { RequestTrackerOptions } from '../options.ts';

/** What turning rows into spots needs besides the row. */
export interface Reading {
  readonly homes: Homes;
  readonly mails: Mails;
  readonly options: RequestTrackerOptions;
}

/** The spots of one row. */
export function rowSpots(row: Row, { homes, mails, options }: Reading): readonly Spot[] {
  // A session that was found by a mention alone is somebody else's.
  if (row.table === 'sessions' && !row.own) return [othersSessionSpot()];
  const person = homes.people.get(accountOf(row) ?? '');
  if (person !== undefined) return accountRowSpots(row, person, options);
  switch (row.table) {
    case 'Attachments':
      return mailRowSpots(row, homes, mails);
    case 'GroupMembers':
      return peopleSpots(row, homes);
    case 'ObjectCustomFieldValues':
      return row.columns.map((column) => fieldSpot(row, column, homes));
    case 'Transactions':
      return row.columns.map((column) => transactionSpot(row, column, { homes, mails, options }));
    default:
      return row.columns.map((column) => columnSpot(row, column, homes));
  }
}

/**
 * Who is mailed about a ticket or queue. Requestors and owners stay: they show as Anonymized, and reports count by them. So do
 * members of groups, as a disabled account gains nothing by it.
 */
function peopleSpots(row: Row, homes: Homes): readonly Spot[] {
  const { role } = row.facts;
  if (role === undefined || ['Requestor', 'Owner'].includes(role) || !row.mayRemove) return [];
  const dossier = dossierOf(row, homes);
  return [
    {
      id: spotIdIn(row),
      kind: 'dossier.people',
      label: `${role.replace(/^RT::/, '')} ${row.id} of ${dossier.label}`,
      of: dossier,
      content: { form: 'access', open: true },
      ...(row.links.user === undefined ? {} : { holder: personIdOf(row.links.user) }),
    },
  ];
}

/** One for all of them: their own ids would open them. */
function othersSessionSpot(): Spot {
  return {
    id: rowSpotId({ table: 'sessions', id: '0' }, undefined, OTHERS),
    kind: 'dossier.history',
    label: 'sessions of others',
    of: placeDossier('sessions', 'others'),
    content: { form: 'hidden' },
    ability: othersSession,
  };
}

/** Types that take any text. */
const free = ['Freeform', 'Text', 'Wikitext', 'HTML'];

/** A value RT keeps although it is not valid any more is history. */
function fieldSpot(row: Row, column: Column, homes: Homes): Spot {
  const dossier = dossierOf(row, homes);
  const { name, text = Personal.blank } = column;
  const isChoice = name === 'Content' && !free.includes(row.facts.type ?? 'Freeform');
  const isOld = row.facts.disabled === 'true';
  return {
    id: spotIdIn(row, isChoice ? 'Choice' : name),
    kind: isOld ? 'dossier.history' : 'dossier.field',
    label: `${isOld ? 'old ' : ''}field ${row.links.field ?? ''} of ${dossier.label}`,
    of: dossier,
    ...(isOld ? { about: 'dossier.field' } : {}),
    content: { form: 'plain', text },
    ...abilityOf(column),
  };
}

const messageTypes = ['Create', 'Correspond', 'Comment', 'EmailRecord', 'CommentEmailRecord'];

function transactionSpot(row: Row, column: Column, { homes, mails }: Reading): Spot {
  if (messageTypes.includes(row.facts.type ?? '')) return messageDataSpot(row, column, messageOf(row, homes, mails));
  const dossier = dossierOf(row, homes);
  return {
    id: spotIdIn(row, column.name),
    kind: 'dossier.history',
    label: `${column.name} in change ${row.id} of ${dossier.label}`,
    of: dossier,
    about: whatChanged(row),
    content: { form: 'plain', text: column.text ?? Personal.blank },
    ...abilityOf(column),
  };
}

function whatChanged({ facts: { type, field } }: Row): SpotKind {
  return type === 'Set' && field === 'Subject' ? 'dossier.title' : 'dossier.field';
}

function columnSpot(row: Row, column: Column, homes: Homes): Spot {
  const known = columnKinds[row.table]?.[column.name];
  const dossier = dossierOf(row, homes);
  return {
    id: spotIdIn(row, column.name),
    kind: known?.kind ?? 'dossier.field',
    label: `${known?.label ?? column.name} ${row.id} of ${dossier.label}`,
    of: dossier,
    content: column.text === undefined ? { form: 'hidden' } : { form: 'plain', text: column.text },
    ...(known === undefined ? { ability: notOurs } : abilityOf(column, known.ability)),
  };
}
