import type { Spot } from '@lethe/core';
import { plainText } from './abilities.ts';
import { fieldSpot } from './fields.ts';
import type { Known } from './known.ts';
import { restrictionIn } from './known.ts';
import type { Filed } from './parts.ts';
import { messageSpot, placeDossier } from './parts.ts';
import { dossierIdOf, personIdOf } from '../ids.ts';
import { spotAt } from '../place.ts';
import type { TimeEntry } from '../schema.ts';

/** Comment and fields of spent time. Goes by its number and its account's, as it is read again by account. */
export function timeSpots(entry: TimeEntry, known: Known): readonly Spot[] {
  const filed = filedUnder(entry, known);
  const sent = { by: personIdOf(entry.user.id), at: entry.created_on, internal: true };
  const comment = {
    part: 'comments',
    kind: 'message.body',
    label: 'comment',
    text: entry.comments,
    ability: plainText,
  } as const;
  const spot = messageSpot(filed, comment, sent);
  const fields = entry.custom_fields.flatMap((field): Spot[] => {
    const one = fieldSpot(field, known.fields.get(field.id), 'other');
    if (one === undefined) return [];
    const { part, content, ability = plainText } = one;
    const id = spotAt('time', filed.key, `${part}:${field.id}`);
    return [
      {
        id,
        kind: 'dossier.field',
        label: `field ${field.id} of ${labelOf(entry)}`,
        of: spot.of,
        content,
        ability: filed.restriction ?? ability,
      },
    ];
  });
  return [spot, ...fields];
}

function filedUnder(entry: TimeEntry, known: Known): Filed {
  const project = String(entry.project.id);
  const id = entry.issue === undefined ? dossierIdOf('project', project) : dossierIdOf('issue', entry.issue.id);
  return {
    owner: 'time',
    key: `${entry.id}@${entry.user.id}`,
    dossier: placeDossier(id, labelOf(entry), { openedBy: 'unknown', project }),
    restriction: restrictionIn(entry.project.id, known),
  };
}

function labelOf(entry: TimeEntry): string {
  return `spent time ${entry.id}`;
}
