import { z } from 'zod';
import type { Obstacle } from './errors.ts';
import type { PersonId } from './host.ts';

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
  /** Where they came from, if the menu of a host sent them: they may do nothing anywhere else. */
  readonly from?: HostAccount;
}

/** An account of one host that works there, by its id: whoever sent somebody from the host's own menu. */
export interface HostAccount {
  /** The host's name in the settings. */
  readonly host: string;
  readonly account: PersonId;
}

/** What a host's own screen lets its agents do: the host says who they are, every time they do it. */
const fromHost: readonly Right[] = ['preview', 'run'];

/** What administrators can do before it is active for anybody: switch it on, and see what happened. */
const alwaysAdministrators: readonly Right[] = ['configure', 'read-ledger'];

/**
 * What an actor may do, in the order of `rights`. Without permissions it is active for nobody; where it is active,
 * administrators have every right and others those granted to a group of theirs. Whoever came from a host's menu has no group
 * here: they review and run at that host while it is active for anybody at all, and the host is asked besides.
 */
export function rightsOf(actor: Actor, permissions: Permissions | undefined): readonly Right[] {
  const { activation, grants } = permissions ?? { activation: 'off', grants: {} };
  if (actor.from !== undefined) return activation === 'off' ? [] : fromHost;
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
