import type { Jira } from './jira.ts';
import type { Field, FieldKind } from './records.ts';
import type { Route } from './route.ts';
import { ok } from './route.ts';

const system = 'com.atlassian.jira.plugin.system.customfieldtypes';
const desk = 'com.atlassian.servicedesk';

/** How Jira calls the types of fields. */
const types: Readonly<Record<FieldKind, { readonly key: string; readonly type: string; readonly items?: string }>> = {
  line: { key: `${system}:textfield`, type: 'string' },
  paragraph: { key: `${system}:textarea`, type: 'string' },
  user: { key: `${system}:userpicker`, type: 'user' },
  users: { key: `${system}:multiuserpicker`, type: 'array', items: 'user' },
  participants: { key: `${desk}:sd-request-participants`, type: 'array', items: 'user' },
  approvers: { key: `${system}:multiuserpicker`, type: 'array', items: 'user' },
  organizations: { key: `${desk}:sd-customer-organizations`, type: 'array', items: 'sd-customerorganization' },
  satisfaction: { key: `${desk}:sd-request-feedback`, type: 'sd-feedback' },
  'request-type': { key: `${desk}:vp-origin`, type: 'sd-customerrequesttype' },
  number: { key: `${system}:float`, type: 'number' },
  select: { key: `${system}:select`, type: 'option' },
};

/** The type of a field as bulk edit names it. */
export function typeKeyOf({ custom, fieldId, kind }: Field): string {
  return custom ? types[kind].key : fieldId;
}

/** System fields that hold no text. */
const others: readonly (readonly [id: string, name: string, type: string, items?: string])[] = [
  ['reporter', 'Reporter', 'user'],
  ['creator', 'Creator', 'user'],
  ['assignee', 'Assignee', 'user'],
  ['watches', 'Watchers', 'watches'],
  ['comment', 'Comment', 'comments-page'],
  ['attachment', 'Attachment', 'array', 'attachment'],
  ['worklog', 'Log Work', 'array', 'worklog'],
  ['status', 'Status', 'status'],
  ['project', 'Project', 'project'],
  ['issuetype', 'Issue Type', 'issuetype'],
  ['priority', 'Priority', 'priority'],
  ['resolution', 'Resolution', 'resolution'],
  ['security', 'Security Level', 'securitylevel'],
  ['created', 'Created', 'datetime'],
  ['updated', 'Updated', 'datetime'],
  ['timespent', 'Time Spent', 'number'],
];

/** Which fields there are, and what the server is. */
export function fieldRoutes(jira: Jira): Route[] {
  const isThere = ([id]: (typeof others)[number]): boolean =>
    jira.site.timeTracking || !['worklog', 'timespent'].includes(id);
  return [
    {
      endpoint: 'GET /rest/api/3/field',
      answer: () => ok([...others.filter(isThere).map(systemShape), ...jira.fields.all().map(fieldShape)]),
    },
    {
      endpoint: 'GET /rest/api/3/serverInfo',
      answer: ({ base }) =>
        ok({
          ...{ baseUrl: base, version: '1001.0.0-SNAPSHOT', versionNumbers: [1001, 0, 0], deploymentType: 'Cloud' },
          ...{ buildNumber: 100_300, serverTime: jira.now(), serverTitle: 'Invented Jira', displayUrl: base },
        }),
    },
  ];
}

function systemShape([id, name, type, items]: (typeof others)[number]): unknown {
  const schema = { type, ...(items === undefined ? {} : { items }), system: id };
  return { ...plainShape(id, name), custom: false, clauseNames: [id], schema };
}

function plainShape(id: string, name: string): Readonly<Record<string, unknown>> {
  return { id, key: id, name, orderable: true, navigable: true, searchable: true };
}

function fieldShape(field: Field): unknown {
  const { id, fieldId, name, custom, kind } = field;
  const { key, type, items } = types[kind];
  const shown = { ...plainShape(fieldId, name), custom };
  if (!custom) return { ...shown, clauseNames: [fieldId], schema: { type, system: fieldId } };
  const schema = { type, ...(items === undefined ? {} : { items }), custom: key, customId: id };
  return { ...shown, clauseNames: [`cf[${id}]`, name], schema };
}
