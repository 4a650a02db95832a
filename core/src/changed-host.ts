import type { Host } from './host.ts';

/** The same host but for some members; it may be an instance of a class, whose methods a plain copy would lose. */
export function changedHost(host: Host, changes: Partial<Host>): Host {
  return {
    profile: host.profile,
    preflight: () => host.preflight(),
    findPeople: (query) => host.findPeople(query),
    spots: (scopes) => host.spots(scopes),
    group: (steps) => host.group(steps),
    apply: (group) => host.apply(group),
    reread: (spots) => host.reread(spots),
    ...changes,
  };
}
