import type { Jira } from './jira.ts';
import type { User } from './records.ts';

type Shape = Readonly<Record<string, unknown>>;

function avatarsOf(base: string, user: User): Shape {
  const picture = user.photo === null ? 'initials.png' : encodeURIComponent(user.photo);
  const sizes = ['16x16', '24x24', '32x32', '48x48'];
  return Object.fromEntries(sizes.map((size) => [size, `${base}/avatar/${user.id}/${size}/${picture}`]));
}

/** A person beside something else: the author of a comment. */
export function userShape(base: string, user: User): Shape {
  const hidden = user.emailHidden || user.email === null;
  return {
    self: `${base}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: user.accountType,
    ...(hidden ? {} : { emailAddress: user.email }),
    avatarUrls: avatarsOf(base, user),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Europe/Stockholm',
  };
}

/** A person as such. */
export function wholeUserShape(base: string, user: User): Shape {
  const app = user.accountType === 'app' ? { appType: 'forge' } : {};
  return { ...userShape(base, user), locale: 'en_GB', ...app };
}

/** Whoever this account is; accounts of no one Jira knows are shown as such. */
export function accountShape(jira: Jira, base: string, accountId: string | null): Shape | null {
  const user = accountId === null ? undefined : jira.user(accountId);
  return user === undefined ? null : userShape(base, user);
}

/** As Jira Service Management shows a person. */
export function serviceDeskUserShape(base: string, user: User): Shape {
  const hidden = user.emailHidden || user.email === null;
  return {
    accountId: user.accountId,
    ...(hidden ? {} : { emailAddress: user.email }),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Europe/Stockholm',
    _links: { self: `${base}/rest/api/2/user?accountId=${encodeURIComponent(user.accountId)}` },
  };
}
