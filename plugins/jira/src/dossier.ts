import type { Channel, Dossier } from '@lethe/core';
import { z } from 'zod';
import type { AccountBook } from './account-book.ts';
import { dossierIdOf } from './ids.ts';
import type { FieldCatalog } from './issue-fields.ts';
import { organizationsSchema, ratingSchema, requestTypeSchema } from './schema.ts';
import type { Issue } from './schema.ts';

/** What has to be known to tell what an issue is. */
export interface Seeing {
  readonly catalog: FieldCatalog;
  readonly accounts: AccountBook;
}

/** An issue, with what reports count of it. */
export function dossierOf(issue: Issue, { catalog, accounts }: Seeing): Dossier {
  const { reporter, creator, status } = issue.fields;
  const via = openedVia(issue);
  const opener = via === 'mail' ? reporter : (creator ?? reporter);
  return {
    type: 'dossier',
    id: dossierIdOf(issue.id),
    label: `issue ${issue.key}`,
    state: status.statusCategory?.key === 'done' ? 'closed' : 'open',
    openedBy: opener === undefined ? 'unknown' : accounts.idOf(opener.accountId),
    openedVia: via,
    ...(reporter === undefined ? {} : { subject: accounts.idOf(reporter.accountId) }),
    tallies: talliesOf(issue, catalog),
  };
}

/** Whether customers see the issue, and are mailed about it. */
export function isRequest({ fields }: Issue): boolean {
  return fields.project.projectTypeKey === 'service_desk';
}

const channels: Readonly<Record<string, Channel>> = {
  email: 'mail',
  portal: 'web',
  jira: 'web',
  api: 'api',
  chat: 'chat',
};

/** How an issue came to be; a service project keeps it in a property of the issue. */
export function openedVia(issue: Issue): Channel {
  return isRequest(issue) ? (channels[channelIn(issue)] ?? 'unknown') : 'web';
}

const channelSchema = z.object({ value: z.string() });

function channelIn({ properties }: Issue): string {
  return channelSchema.safeParse(properties['request.channel.type']).data?.value ?? '';
}

function talliesOf(issue: Issue, catalog: FieldCatalog): Dossier['tallies'] {
  const { project, issuetype, status, resolution, priority, created, timespent } = issue.fields;
  const value = (field: string | undefined): unknown => (field === undefined ? undefined : issue.fields[field]);
  const organizations = organizationsSchema.safeParse(value(catalog.organizations)).data ?? [];
  return {
    project: project.id,
    type: issuetype,
    request: requestTypeSchema.safeParse(value(catalog.requestType)).data?.requestType ?? '',
    status: status.name ?? status.id,
    resolution,
    priority,
    channel: channelIn(issue),
    created: created.toISOString().slice(0, 7),
    organizations: [...organizations].sort().join(','),
    satisfaction: String(ratingSchema.safeParse(value(catalog.satisfaction)).data?.rating ?? ''),
    spent: String(timespent ?? 0),
  };
}
