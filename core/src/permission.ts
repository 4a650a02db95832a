import { z } from 'zod';
import type { Obstacle } from './errors.ts';

/** What somebody may be allowed to do. None includes another. */
export const rights = ['preview', 'run', 'bulk', 'approve', 'configure', 'read-ledger'] as const;
export type Right = (typeof rights)[number];

/** The group that every administrator of the host is in; no group of a host can have this name. */
export const ADMINISTRATORS = '@administrators';

const group = z.string().regex(/^[^@\s].{0,127}$/u, 'name a group of the host');

/** The `permissions` part of the settings. */
export const permissionsSchema = z.strictObject({
  /** For whom anonymizing exists at all: nobody, or the members of these groups. */
  activation: z
    .union([
      z.literal('off'),
      z
        .array(z.union([z.literal(ADMINISTRATORS), group]))
        .min(1)
        .readonly(),
    ])
    .default('off'),
  /** What members of a group may do, besides administrators. */
  grants: z
    .record(group, z.array(z.enum(rights)).readonly())
    .readonly()
    .default({}),
});

/** Who may do what, as data. */
export type Permissions = Readonly<z.infer<typeof permissionsSchema>>;

/** For an installation that its administrators work by hand: active for them and for nobody else. */
export const administratorsOnly: Permissions = { activation: [ADMINISTRATORS], grants: {} };

/** Somebody who wants to do something, as the host's token or the sign-in says. */
export interface Actor {
  /** Opaque, for the ledger. */
  readonly id: string;
  readonly groups: readonly string[];
  /** Whether they administer the host. */
  readonly administrator: boolean;
}

/** What administrators can do before it is active for anybody: switch it on, and see what happened. */
const alwaysAdministrators: readonly Right[] = ['configure', 'read-ledger'];

/**
 * What an actor may do, in the order of `rights`. Without permissions it is active for nobody; where it is active,
 * administrators have every right and others those granted to a group of theirs.
 */
export function rightsOf(actor: Actor, permissions: Permissions | undefined): readonly Right[] {
  const { activation, grants } = permissions ?? { activation: 'off', grants: {} };
  if (!isActiveFor(actor, activation)) return actor.administrator ? alwaysAdministrators : [];
  if (actor.administrator) return rights;
  const granted = new Map(Object.entries(grants));
  return rights.filter((right) => actor.groups.some((name) => granted.get(name)?.includes(right) === true));
}

function isActiveFor({ groups, administrator }: Actor, activation: Permissions['activation']): boolean {
  if (activation === 'off') return false;
  if (administrator && activation.includes(ADMINISTRATORS)) return true;
  return groups.some((name) => name !== ADMINISTRATORS && activation.includes(name));
}

/** What to tell somebody who lacks a right; nothing if they have it. */
export function missingRight(actor: { readonly rights: readonly Right[] }, right: Right): Obstacle | undefined {
  if (actor.rights.includes(right)) return undefined;
  return {
    code: 'right-missing',
    says: `You do not have the right \`${right}\`.`,
    remedy: `An administrator can list one of your groups in \`permissions.activation\` and grant it \`${right}\` in \`permissions.grants\`; administrators are the group \`${ADMINISTRATORS}\`.`,
  };
}
