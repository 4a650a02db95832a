import { Personal } from '@lethe/core';
import type { ReadyStep } from '@lethe/core';
import { textOf } from '@lethe/inside';

/** Where our texts and Redmine's differ in form: the only place that unwraps them. */

/** What stands for a last name nobody has: Redmine wants one. */
const NO_LAST_NAME = '-';

/** Redmine's two names as one. */
export function fullName(firstname: Personal, lastname: Personal): Personal {
  const last = lastname.reveal().trim();
  return Personal.of(last === NO_LAST_NAME ? firstname.reveal() : `${firstname.reveal()} ${last}`.trim());
}

/** One name as Redmine's two; both are never blank. */
function splitName(name: Personal): { readonly firstname: string; readonly lastname: string } {
  const [firstname = '', ...others] = name.reveal().trim().split(/\s+/);
  return { firstname, lastname: others.length === 0 ? NO_LAST_NAME : others.join(' ') };
}

/** A company's name: what is kept is no secret. */
export function companyName(field: Personal): string {
  return field.reveal().trim();
}

/** The values a step leaves in a field of several values. */
export function itemsOf(step: ReadyStep): readonly string[] {
  return step.after?.form === 'list' ? step.after.items.map((item) => item.reveal()) : [];
}

/** The name a step writes, as Redmine's two. */
export function namesOf(step: ReadyStep): { readonly firstname: string; readonly lastname: string } {
  return splitName(Personal.of(textOf(step)));
}

/** A wiki page's address below Redmine's. */
export function pagePath(project: string, title: Personal): string {
  return `/projects/${project}/wiki/${encodeURIComponent(title.reveal())}`;
}

/** Project and title of the wiki page a search result leads to. */
export function pageIn(address: Personal): { readonly project: Personal; readonly title: Personal } | undefined {
  const [, project, title] = /\/projects\/([^/]+)\/wiki\/([^/?#]+)/.exec(address.reveal()) ?? [];
  return project === undefined || title === undefined
    ? undefined
    : { project: Personal.of(decodeURIComponent(project)), title: Personal.of(decodeURIComponent(title)) };
}

/** Values of fields, to be compared with what is looked for. */
export function textsOf(values: readonly Personal[]): readonly string[] {
  return values.map((value) => value.reveal());
}
