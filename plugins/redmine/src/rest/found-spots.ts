import type { Ability, Personal, Spot } from '@lethe/core';
import { notInRest } from './abilities.ts';
import type { Filed, Part } from './parts.ts';
import { messageSpot, placeDossier, textSpot } from './parts.ts';
import { dossierIdOf } from '../ids.ts';
import type { Hit } from '../schema.ts';

const fromRepository: Ability = {
  can: 'nothing',
  because: 'Commits come from the repository, which keeps its own copy.',
  instead: "Rewrite the repository's history, then read it into Redmine anew.",
  source: 'https://www.redmine.org/projects/redmine/wiki/RedmineRepositories',
};

/** What the search finds and the REST API shows nowhere else; `inFile` is the identifier that one of its files is named after. */
export function foundSpots(hit: Hit, inFile: Personal | undefined): readonly Spot[] {
  const type = hit.type.toLowerCase().replaceAll(/[^a-z]/g, '');
  const key = `${type}-${hit.id}`;
  const label = `${words[type] ?? 'entry'} ${hit.id}`;
  const ability = type === 'changeset' ? fromRepository : notInRest;
  const dossier = placeDossier(dossierIdOf(type, hit.id), label, { openedBy: 'unknown', project: '' });
  const filed: Filed = { owner: 'found', key, dossier, restriction: undefined };
  const title: Part = { part: 'title', kind: 'dossier.title', label: 'title', text: hit.title, ability };
  const body: Part = { part: 'text', kind: 'message.body', label: 'text', text: hit.description, ability };
  const sent = { by: 'unknown', at: hit.datetime } as const;
  const files = inFile === undefined ? [] : [filesSpot(filed, inFile, ability)];
  return [textSpot(filed, title), messageSpot(filed, body, sent), ...files];
}

/** The names of its files are not shown; the search tells that one of them holds the identifier. */
function filesSpot(filed: Filed, identifier: Personal, ability: Ability): Spot {
  const part: Part = { part: 'files', kind: 'attachment', label: 'files', text: identifier, ability };
  return { ...textSpot(filed, part), content: { form: 'file', name: identifier } };
}

const words: Readonly<Record<string, string>> = {
  message: 'forum message',
  reply: 'forum message',
  document: 'document',
  changeset: 'commit',
};
