import { z } from 'zod';
import { forbidden, invalid, notFound } from './answer.ts';
import { bodyAs } from './body.ts';
import type { Jira } from './jira.ts';
import type { User } from './records.ts';
import { canSee, globalPermissions, hasGlobal, hasInProject, hasOnIssue, projectPermissions } from './rights.ts';
import type { Request, Route } from './route.ts';
import { ok } from './route.ts';

/** Who may do what. */
export function permissionRoutes(jira: Jira): Route[] {
  const isGlobal = (key: string): boolean => globalPermissions.includes(key) || key === jira.site.appPermission;
  return [
    {
      endpoint: 'GET /rest/api/3/mypermissions',
      answer: (request) => {
        const keys = (request.query.get('permissions') ?? '').split(',').filter((one) => one !== '');
        if (keys.length === 0) throw invalid('The permissions query parameter is required.');
        if (!keys.every((one) => isGlobal(one) || projectPermissions.includes(one)))
          throw invalid('Unrecognized permission.');
        const rows = keys.map((key): [string, unknown] => {
          const havePermission = isGlobal(key)
            ? hasGlobal(jira, request.caller.user, key)
            : hasSomewhere(jira, request, key);
          const type = isGlobal(key) ? 'GLOBAL' : 'PROJECT';
          return [key, { id: key, key, name: key, type, description: '', havePermission }];
        });
        return ok({ permissions: Object.fromEntries<unknown>(rows) }, 2 * keys.length);
      },
    },
    {
      endpoint: 'POST /rest/api/3/permissions/check',
      reads: true,
      answer: ({ body, caller }) => {
        const asked = bodyAs(check, body);
        const globals = asked.globalPermissions ?? [];
        const projects = asked.projectPermissions ?? [];
        if (!globals.every(isGlobal)) throw invalid('Unrecognized global permission.');
        if (!projects.every(({ permissions }) => permissions.every((one) => projectPermissions.includes(one))))
          throw invalid('Unrecognized permission.');
        if (amount(projects, 'issues') > 1000 || amount(projects, 'projects') > 1000)
          throw invalid('At most 1000 projects and 1000 issues can be checked.');
        const isOther = asked.accountId !== undefined && asked.accountId !== caller.user.accountId;
        if (isOther && !hasGlobal(jira, caller.user, 'ADMINISTER')) throw forbidden();
        const user = isOther ? jira.known(asked.accountId) : caller.user;
        const granted = globals.filter((one) => hasGlobal(jira, user, one));
        const grants = projects.flatMap((one) =>
          one.permissions.map((permission) => grantsOf(jira, user, { ...one, permission })),
        );
        return ok({ globalPermissions: granted, projectPermissions: grants }, 2 * (granted.length + grants.length));
      },
    },
  ];
}

const ids = z.array(z.int()).optional();
const check = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(z.strictObject({ permissions: z.array(z.string()).min(1), issues: ids, projects: ids }))
    .optional(),
});

type Asked = NonNullable<z.infer<typeof check>['projectPermissions']>;

function amount(asked: Asked, what: 'issues' | 'projects'): number {
  return new Set(asked.flatMap((one) => one[what] ?? [])).size;
}

/** Ids nobody knows are passed over. */
function grantsOf(
  jira: Jira,
  user: User,
  asked: { permission: string; issues?: number[] | undefined; projects?: number[] | undefined },
): unknown {
  const { permission, issues = [], projects = [] } = asked;
  return {
    permission,
    issues: issues.filter((id) => {
      const issue = jira.issues.find(id);
      return issue !== undefined && hasOnIssue(jira, user, { issue, permission });
    }),
    projects: projects.filter(
      (project) => jira.projects.find(project) !== undefined && hasInProject(jira, user, { project, permission }),
    ),
  };
}

/** On an issue or in a project if one is named, else in any. */
function hasSomewhere(jira: Jira, { caller, query }: Request, permission: string): boolean {
  const { user } = caller;
  const issueKey = query.get('issueKey') ?? query.get('issueId');
  if (issueKey !== null) {
    const issue = jira.issue(issueKey);
    if (issue === undefined || !canSee(jira, user, issue)) throw notFound();
    return hasOnIssue(jira, user, { issue, permission });
  }
  const projectKey = query.get('projectKey') ?? query.get('projectId');
  const projects = jira.projects.where(
    ({ key, id }) => projectKey === null || key === projectKey || String(id) === projectKey,
  );
  if (projects.length === 0) throw notFound('The project does not exist.');
  return projects.some(({ id }) => hasInProject(jira, user, { project: id, permission }));
}
