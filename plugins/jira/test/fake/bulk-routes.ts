import { z } from 'zod';
import { forbidden, invalid, notFound } from './answer.ts';
import { bodyAs, numbers } from './body.ts';
import { bulkValues, editedFields, isBulkKind } from './bulk-values.ts';
import { typeKeyOf } from './field-routes.ts';
import { checkProperties } from './issue-editing.ts';
import { jobOf, queued, stateOf } from './jobs.ts';
import type { Jira } from './jira.ts';
import type { Job } from './records.ts';
import { stampOf } from './jira.ts';
import { canSee, hasGlobal, hasOnIssue } from './rights.ts';
import type { Route } from './route.ts';
import { ok } from './route.ts';
import { wholeUserShape } from './user-shape.ts';

/** Edits of many issues: the same for all of them, done later. */
export function bulkRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'GET /rest/api/3/bulk/issues/fields',
      answer: ({ caller, query }) => {
        if (!hasGlobal(jira, caller.user, 'BULK_CHANGE')) throw forbidden();
        const keys = (query.get('issueIdsOrKeys') ?? '').split(',').filter((one) => one !== '');
        if (keys.length === 0) throw invalid('The query parameter issueIdsOrKeys must be provided.');
        const issues = keys.flatMap((one) => jira.issue(one) ?? []).filter((one) => canSee(jira, caller.user, one));
        if (issues.length === 0) throw notFound('No editable fields are found.');
        const wanted = (query.get('searchText') ?? '').toLowerCase();
        const all = jira.fields.where((one) => isBulkKind(one) && one.name.toLowerCase().includes(wanted));
        const start = Number(query.get('startingAfter') ?? 0);
        const page = all.slice(start, start + 50);
        const fields = page.map((one) => ({
          id: one.fieldId,
          name: one.name,
          type: typeKeyOf(one),
          isRequired: one.fieldId === 'summary',
        }));
        const after = start + 50 < all.length ? { startingAfter: String(start + 50) } : {};
        return ok({ fields, ...after, ...(start > 0 ? { endingBefore: String(start) } : {}) });
      },
    },
    {
      endpoint: 'POST /rest/api/3/bulk/issues/fields',
      answer: ({ body, caller }) => {
        if (!hasGlobal(jira, caller.user, 'BULK_CHANGE'))
          throw invalid('You do not have the permission to change issues in bulk.');
        const asked = bodyAs(payload, body);
        const values = bulkValues(jira, asked.editedFieldsInput, asked.selectedActions);
        const issues = [...new Set(asked.selectedIssueIdsOrKeys)];
        const notify = asked.sendBulkNotification ?? true;
        const { id } = queued(jira, caller.user.accountId, { kind: 'bulk-edit', issues, values, notify });
        return { status: 201, body: { taskId: String(id) } };
      },
    },
    {
      endpoint: 'GET /rest/api/3/bulk/queue/{task}',
      answer: ({ base, caller }, { task }) => {
        if (!hasGlobal(jira, caller.user, 'BULK_CHANGE'))
          throw invalid('You do not have the permission to change issues in bulk.');
        const job = jobOf(jira, 'bulk-edit', task);
        if (job === undefined) throw invalid('The task does not exist.');
        return ok(progressOf(jira, job, base));
      },
    },
    ...propertyRoutes(jira),
  ];
}

const payload = z.strictObject({
  selectedIssueIdsOrKeys: z.array(z.string()).min(1).max(1000),
  selectedActions: z.array(z.string()).min(1).max(200),
  editedFieldsInput: editedFields,
  sendBulkNotification: z.boolean().nullable().optional(),
});

function progressOf(jira: Jira, job: Job, base: string): unknown {
  const { submitted, due, outcome, work, by } = job;
  const status = stateOf(jira, job);
  const time = (at: number): string => stampOf(new Date(at));
  const shown = {
    taskId: String(job.id),
    status,
    progressPercent: outcome === null ? (status === 'ENQUEUED' ? 0 : 50) : 100,
    submittedBy: wholeUserShape(base, jira.known(by)),
    created: time(submitted),
    updated: time(Math.min(due, jira.milliseconds())),
  };
  if (outcome === null) return status === 'ENQUEUED' ? shown : { ...shown, started: time(submitted) };
  const failed = outcome.done.flatMap(({ what, fault }): [string, string[]][] =>
    fault === null ? [] : [[what, [fault]]],
  );
  return {
    ...shown,
    started: time(submitted),
    processedAccessibleIssues: outcome.done.filter(({ fault }) => fault === null).map(({ what }) => Number(what)),
    ...(failed.length === 0 ? {} : { failedAccessibleIssues: Object.fromEntries(failed) }),
    invalidOrInaccessibleIssueCount: outcome.inaccessible,
    totalIssueCount: work.kind === 'bulk-edit' ? work.issues.length : 0,
  };
}

/** Properties of up to ten thousand issues, and how far they are. */
function propertyRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'POST /rest/api/3/issue/properties',
      answer: ({ base, body, caller }) => {
        const { entitiesIds, properties } = bodyAs(bulkProperties, body);
        checkProperties(Object.entries(properties).map(([key, value]) => ({ key, value })));
        const issues = [...new Set(entitiesIds)];
        const mayAll = issues.every((id) => {
          const issue = jira.issues.find(id);
          return issue !== undefined && hasOnIssue(jira, caller.user, { issue, permission: 'EDIT_ISSUES' });
        });
        if (!mayAll) throw invalid('Some of the issues do not exist, or you do not have permission to edit them.');
        const { id } = queued(jira, caller.user.accountId, { kind: 'properties', issues, properties });
        return { status: 303, headers: { Location: `${base}/rest/api/3/task/${id}` } };
      },
    },
    {
      endpoint: 'GET /rest/api/3/task/{task}',
      answer: ({ base, caller }, { task }) => {
        const job = jobOf(jira, 'properties', task);
        if (job === undefined) throw notFound('The task does not exist.');
        if (job.by !== caller.user.accountId && !hasGlobal(jira, caller.user, 'ADMINISTER')) throw forbidden();
        return ok(taskShape(jira, job, base));
      },
    },
  ];
}

const bulkProperties = z.strictObject({
  entitiesIds: numbers(10_000),
  properties: z
    .record(z.string().max(255), z.json())
    .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= 10),
});

function taskShape(jira: Jira, job: Job, base: string): unknown {
  const { id, submitted, due, outcome, by } = job;
  const times = outcome === null ? {} : { finished: due };
  return {
    self: `${base}/rest/api/3/task/${id}`,
    id: String(id),
    description: 'Set issue properties',
    status: stateOf(jira, job),
    submittedBy: jira.known(by).id,
    progress: outcome === null ? 50 : 100,
    elapsedRuntime: Math.max(0, Math.min(due, jira.milliseconds()) - submitted),
    submitted,
    started: submitted,
    ...times,
    lastUpdate: Math.min(due, jira.milliseconds()),
    ...(outcome === null
      ? {}
      : { result: { issueIds: outcome.done.filter(({ fault }) => fault === null).map(({ what }) => Number(what)) } }),
  };
}
