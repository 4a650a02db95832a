import type { Personal, Spot } from '@lethe/core';
import pMap from 'p-map';
import { notInRest, wikiText } from './abilities.ts';
import { ifThere } from '@lethe/http';
import type { Known } from './known.ts';
import { projectCalled, restrictionIn } from './known.ts';
import type { Filed, Part } from './parts.ts';
import { fileOf, placeDossier, textSpot } from './parts.ts';
import * as api from '../api.ts';
import { pageIn, pagePath } from '../form.ts';
import { dossierIdOf } from '../ids.ts';
import { AT_ONCE } from '../people.ts';
import type { Hit, WikiPage } from '../schema.ts';
import type { Transport } from '../call.ts';

/** A page goes by its project and the second it was made in, as its title is its only name over REST, and may be a person's. */
export interface PageName {
  readonly key: string;
  readonly project: number;
  readonly title: Personal;
}

/** All pages of a project's wiki. Pages made in one second are told apart by their order. */
async function pagesOfWiki(transport: Transport, project: number): Promise<readonly PageName[]> {
  const pages = await api.wikiListing(transport, String(project));
  const seen = new Map<string, number>();
  return pages.map(({ title, created_on }) => {
    const second = created_on.toISOString().slice(0, 19).replaceAll(/\D/g, '');
    const nth = seen.get(second) ?? 0;
    seen.set(second, nth + 1);
    return { key: `${project}@${second}.${nth}`, project, title };
  });
}

/** The page a key leads to, if it is still there. */
export async function pageAt(transport: Transport, key: string): Promise<PageName | undefined> {
  const pages = await pagesOfWiki(transport, Number(key.split('@')[0]));
  return pages.find((page) => page.key === key);
}

/** Pages that search results lead to, each once. */
export async function pagesFor(transport: Transport, hits: readonly Hit[], known: Known): Promise<readonly PageName[]> {
  const wanted = hits.flatMap((hit) => {
    const page = pageIn(hit.url);
    const project = page === undefined ? undefined : projectCalled(page.project, known);
    return page === undefined || project === undefined ? [] : [{ project, title: page.title }];
  });
  const projects = [...new Set(wanted.map(({ project }) => project))];
  const listed = await pMap(projects, (project) => pagesOfWiki(transport, project), { concurrency: AT_ONCE });
  return listed
    .flat()
    .filter((page) => wanted.some(({ project, title }) => page.project === project && page.title.equals(title)));
}

/** Everything of a page, its older versions included: they can be read and not changed. */
export async function wikiSpots(transport: Transport, page: PageName, known: Known): Promise<readonly Spot[]> {
  const path = pagePath(String(page.project), page.title);
  const now = await api.wikiPage(transport, path);
  const numbers = Array.from({ length: now.version - 1 }, (_, index) => index + 1);
  // Versions can be removed on Redmine's pages.
  const older = await pMap(numbers, (number) => ifThere(api.wikiPage(transport, path, number)), {
    concurrency: AT_ONCE,
  });
  const filed = filedUnder(page, known);
  const texts: readonly Part[] = [
    { part: 'title', kind: 'dossier.title', label: 'title', text: page.title, ability: notInRest },
    { part: 'text', kind: 'dossier.description', label: 'text', text: now.text, ability: wikiText },
    ...[...older.filter((version) => version !== undefined), now].flatMap((version) =>
      versionParts(version, now.version),
    ),
  ];
  return [...texts.map((part) => textSpot(filed, part)), ...(now.attachments ?? []).map((file) => fileOf(filed, file))];
}

function versionParts({ version, text, comments }: WikiPage, present: number): readonly Part[] {
  const comment: Part = {
    part: `why:${version}`,
    kind: 'dossier.history',
    label: `comment on version ${version}`,
    text: comments,
    about: 'dossier.field',
    ability: notInRest,
  };
  const old: Part = {
    part: `version:${version}`,
    kind: 'dossier.history',
    label: `version ${version}`,
    text,
    about: 'dossier.description',
    ability: notInRest,
  };
  return [...(version === present ? [] : [old]), ...(comments.isBlank ? [] : [comment])];
}

function filedUnder({ key, project }: PageName, known: Known): Filed {
  const facts = { openedBy: 'unknown', project: String(project) } as const;
  return {
    owner: 'wiki',
    key,
    dossier: placeDossier(dossierIdOf('wiki', key), `wiki page ${key}`, facts),
    restriction: restrictionIn(project, known),
  };
}
