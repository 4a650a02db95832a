/** A call none of the vendor's files describes, the call it is compared with instead, and why. */
export interface Gap {
  readonly method: string;
  readonly path: RegExp;
  readonly like: string;
  readonly why: string;
}

const ownList = 'the files describe the list of all, the pages beside them say that it is also there for one user';

/** Calls beyond the files. */
export const beyondSpec: readonly Gap[] = [
  { method: 'GET', path: /^\/api\/v2\/users\/\d+\/sessions$/, like: '/api/v2/sessions', why: ownList },
  { method: 'GET', path: /^\/api\/v2\/users\/\d+\/groups$/, like: '/api/v2/groups', why: ownList },
  {
    method: 'GET',
    path: /^\/api\/v2\/users\/\d+\/group_memberships$/,
    like: '/api/v2/group_memberships',
    why: ownList,
  },
  {
    ...{ method: 'GET', like: '/api/v2/organization_memberships', why: ownList },
    path: /^\/api\/v2\/users\/\d+\/organization_memberships$/,
  },
];

/** Parameters the files ask for although the text beside them says that they exclude each other. */
export const exclusive: readonly string[] = ['external_id', 'name'];

const pages = ['page', 'per_page', 'page[size]', 'page[after]', 'sort'];

/** Query parameters that are documented in prose only. */
const prose: readonly { readonly path: RegExp; readonly names: readonly string[]; readonly where: string }[] = [
  { path: /./, names: pages, where: '/api-reference/introduction/pagination/' },
  {
    path: /\/(?:users\/\{|tickets)/,
    names: ['include'],
    where: '/documentation/ticketing/using-the-zendesk-api/side_loading/',
  },
];

/** What may be asked for beside what the files list. */
export function laterParameters(method: string, path: string): string[] {
  return method === 'get' ? prose.filter((one) => one.path.test(path)).flatMap(({ names }) => names) : [];
}
