import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import { listOf, id } from './values.ts';

/** What Jira calls the rights an erasure takes: https://support.atlassian.com/jira-cloud-administration/docs/manage-global-permissions/ */
const globally = ['ADMINISTER', 'USER_PICKER', 'BULK_CHANGE'] as const;
/** The same for issues: https://support.atlassian.com/jira-cloud-administration/docs/permissions-for-company-managed-projects/ */
const onIssues = [
  'EDIT_ISSUES',
  'EDIT_ALL_COMMENTS',
  'EDIT_ALL_WORKLOGS',
  'DELETE_ALL_ATTACHMENTS',
  'MANAGE_WATCHERS',
] as const;
/** A right on the whole site. */
export type GlobalRight = (typeof globally)[number];
/** A right on an issue. */
export type IssueRight = (typeof onIssues)[number];

/** The most issues of one call. */
const MOST = 1000;

const grantsSchema = z.object({
  globalPermissions: listOf(z.string()),
  projectPermissions: listOf(z.object({ permission: z.string(), issues: listOf(id) })),
});

/**
 * What the sign-in may do. The issues of the last listing are asked for in the same call as the site, and what came of it is used once: a run
 * that follows a review asks once. Nothing else is remembered, as rights may be taken away at any time.
 */
export class Rights {
  readonly #line: Line;
  #listed: readonly string[] = [];
  readonly #fresh = new Map<string, ReadonlySet<IssueRight>>();

  constructor(line: Line) {
    this.#line = line;
  }

  /** The rights on the site. Throws `HostError`. */
  async onSite(): Promise<ReadonlySet<GlobalRight>> {
    const issues = this.#listed.slice(0, MOST);
    this.#listed = [];
    const granted = await this.#ask('look what the app may do', issues, { globalPermissions: globally });
    return new Set(globally.filter((right) => granted.globalPermissions.includes(right)));
  }

  /** The rights on issues, a thousand at most. Throws `HostError`. */
  async onIssues(issues: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<IssueRight>>> {
    const unknown = issues.filter((issue) => !this.#fresh.has(issue));
    if (unknown.length > 0) await this.#ask('look which issues may be changed', unknown, {});
    const rights = new Map(issues.map((issue) => [issue, this.#fresh.get(issue) ?? new Set<IssueRight>()]));
    for (const issue of issues) this.#fresh.delete(issue);
    if (this.#listed.length < MOST) this.#listed = [...new Set([...this.#listed, ...issues])];
    return rights;
  }

  async #ask(what: string, issues: readonly string[], body: object): Promise<z.output<typeof grantsSchema>> {
    const projectPermissions = [{ permissions: onIssues, issues: issues.map(Number) }];
    const asked = issues.length === 0 ? body : { ...body, projectPermissions };
    const granted = await ask(
      this.#line,
      { what, endpoint: 'POST /rest/api/3/permissions/check', body: asked },
      grantsSchema,
    );
    const holders = new Map(granted.projectPermissions.map((row) => [row.permission, new Set(row.issues)]));
    for (const issue of issues)
      this.#fresh.set(issue, new Set(onIssues.filter((right) => holders.get(right)?.has(issue) === true)));
    return granted;
  }
}
