import type { Ability, DossierId, PersonId, Scope, SpotId, SpotKind, StepId, Verb } from './host.ts';
import type { Mentions } from './planning/mentions.ts';
import type { Role } from './rules/rules.ts';

/** One action on one spot, as reviewed. Holds no text of the host. */
export interface Step {
  readonly id: StepId;
  readonly spot: SpotId;
  readonly kind: SpotKind;
  readonly label: string;
  readonly verb: Verb;
  /** With `set`: the fixed text. */
  readonly to?: string;
  /** What the person has to do with it. */
  readonly role: Role;
  /** Keyed fingerprint of what the reviewer's plan was made from: another one at the run means stale. */
  readonly seen: string;
  /** Whether a fresh reading can show the result. */
  readonly provable: boolean;
}

/** Why a spot may stay as it is. */
export const keptReasons = ['uninvolved', 'rule', 'already-clean', 'ambiguous', 'goes-with-case'] as const;
/** One of the reasons above. */
export type KeptReason = (typeof keptReasons)[number];

/** A spot that stays as it is, and why. */
export interface Kept {
  readonly spot: SpotId;
  readonly kind: SpotKind;
  readonly why: KeptReason;
}

/** A spot that should be blanked and cannot be. */
export interface Gap {
  readonly spot: SpotId;
  readonly kind: SpotKind;
  readonly label: string;
  readonly because: string;
  readonly instead?: string;
  readonly source: string;
}

/** Where old values stay readable after the run's own steps. */
export interface Remains {
  readonly kind: SpotKind;
  readonly where: string;
  readonly steps: number;
}

/** What else the steps do, for the reviewer. */
export interface SideEffect {
  readonly kind: SpotKind;
  readonly what: string;
  readonly steps: number;
}

/** What somebody has to do in the host's own screen, and how many steps that carries out. */
export interface Ask {
  /** For whoever does it, in one sentence. */
  readonly says: string;
  /** The screen where it is done. */
  readonly link?: string;
  readonly steps: number;
}

/** A way of looking that the host does not offer: what it would find is unknown. */
export interface Unreached {
  readonly scope: Scope['by'];
  readonly because: string;
}

/**
 * What is approved: every spot is a step, kept or a gap, each exactly once. Holds no personal data, so it may be stored.
 * `digest` is SHA-256 (hex) of everything else in it, in canonical JSON.
 */
export interface Plan {
  readonly version: 1;
  readonly host: string;
  readonly person: PersonId;
  /** The one dossier it covers; without it, the account and every dossier it takes part in. */
  readonly only?: DossierId;
  readonly rules: { readonly name: string; readonly digest: string };
  readonly steps: readonly Step[];
  readonly kept: readonly Kept[];
  readonly gaps: readonly Gap[];
  readonly unreached: readonly Unreached[];
  readonly remains: readonly Remains[];
  readonly sideEffects: readonly SideEffect[];
  /** What is done by hand after everything else, a line for each thing to do. */
  readonly asks: readonly Ask[];
  /** Spots that are kept or cut and hold mentions too uncertain to cut, for the reviewer. */
  readonly ambiguous: readonly SpotId[];
  /** What cuts take out of texts and what stays in them for the reviewer, counted by why it was found. */
  readonly mentions: readonly Mentions[];
  /** Fingerprint of each dossier's tallies. */
  readonly tallies: Readonly<Record<DossierId, string>>;
  readonly digest: string;
}

/** What a host can do to one spot: its own restriction, else that of its kind. */
export function abilityOf(
  spot: { readonly kind: SpotKind; readonly ability?: Ability },
  abilities: Readonly<Record<SpotKind, Ability>>,
): Ability {
  return spot.ability ?? abilities[spot.kind];
}
