import { Personal } from '@lethe/core';
import type { Ability, Spot, SpotKind } from '@lethe/core';
import type { Column, Homes, Row } from '@lethe/inside';
import { notOurs } from './abilities.ts';
import { accountRowSpots } from './account-row-spots.ts';
import { columnKinds } from './columns.ts';
import type { ColumnKind } from './columns.ts';
import { accountOf, dossierOf, messageOf } from './homes.ts';
import { spotIdIn } from './spot-cells.ts';
import { personIdOf } from '../ids.ts';
import type { RedmineOptions } from '../options.ts';

/** What turning rows into spots needs besides the row. */
export interface Reading {
  readonly homes: Homes;
  readonly options: RedmineOptions;
}

/** Memberships and groups stay: reports count by role, and a locked account gains nothing by them. */
const kept = ['members', 'groups_users'];
/** Fields of these formats hold the number of something, which shows under that thing's name. */
const references = ['user', 'version', 'attachment'];

/** The spots of one row. */
export function rowSpots(row: Row, reading: Reading): readonly Spot[] {
  if (kept.includes(row.table)) return [];
  const person = reading.homes.people.get(accountOf(row) ?? '');
  if (person !== undefined && !isSharedQuery(row)) return accountRowSpots(row, person, reading.options);
  if (row.table === 'attachments') return [fileSpot(row, reading.homes)];
  if (row.table === 'watchers') return [watcherSpot(row, reading.homes)];
  if (row.table === 'custom_values') return fieldSpots(row, reading.homes);
  if (references.includes(row.facts.format ?? '')) return [];
  return row.columns.map((column) => columnSpot(row, column, reading.homes));
}

/** A saved query others use is theirs as well: only mentions are taken out. */
function isSharedQuery({ table, mayRemove }: Row): boolean {
  return table === 'queries' && !mayRemove;
}

function fileSpot(row: Row, homes: Homes): Spot {
  const text = (name: string): Personal => row.columns.find((column) => column.name === name)?.text ?? Personal.blank;
  return {
    id: spotIdIn(row),
    kind: 'attachment',
    label: `file ${row.id} of ${dossierOf(row, homes).label}`,
    of: messageOf(row, homes),
    content: { form: 'file', name: text('filename'), description: text('description') },
    ...(row.mayRemove ? {} : { ability: notOurs }),
  };
}

function watcherSpot(row: Row, homes: Homes): Spot {
  const dossier = dossierOf(row, homes);
  return {
    id: spotIdIn(row),
    kind: 'dossier.people',
    label: `watcher ${row.id} of ${dossier.label}`,
    of: dossier,
    content: { form: 'access', open: true },
    ...(row.links.person === undefined ? {} : { holder: personIdOf(row.links.person) }),
  };
}

/** Formats that take any text. */
const free = ['string', 'text', 'link'];

function fieldSpots(row: Row, homes: Homes): readonly Spot[] {
  if (references.includes(row.facts.format ?? '')) return [];
  const dossier = dossierOf(row, homes);
  return row.columns.map((column) => ({
    id: spotIdIn(row, free.includes(row.facts.format ?? 'string') ? 'value' : 'choice'),
    kind: 'dossier.field',
    label: `field ${row.links.field ?? ''} of ${dossier.label}`,
    of: dossier,
    content: { form: 'plain', text: column.text ?? Personal.blank },
  }));
}

function columnSpot(row: Row, column: Column, homes: Homes): Spot {
  const known = columnKinds[row.table]?.[column.name];
  const kind = known?.kind ?? 'dossier.field';
  const dossier = dossierOf(row, homes);
  const about = kind === 'dossier.history' ? (known?.about ?? changedIn(row)) : undefined;
  const ability = abilityOf(known, column);
  return {
    id: spotIdIn(row, column.name),
    kind,
    label: `${known?.label ?? column.name} ${row.id} of ${dossier.label}`,
    of: kind.startsWith('message.') ? messageOf(row, homes) : dossier,
    content: column.text === undefined ? { form: 'hidden' } : { form: 'plain', text: column.text },
    ...(about === undefined ? {} : { about }),
    ...(ability === undefined ? {} : { ability }),
  };
}

function abilityOf(known: ColumnKind | undefined, { mayChange }: Column): Ability | undefined {
  return mayChange && known !== undefined ? known.ability : notOurs;
}

function changedIn({ facts: { property, key } }: Row): SpotKind {
  if (property === 'attachment') return 'attachment';
  if (key === 'subject') return 'dossier.title';
  return key === 'description' ? 'dossier.description' : 'dossier.field';
}
