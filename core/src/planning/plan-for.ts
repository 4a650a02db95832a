import { digestInParts, digestOf } from '../canonical.ts';
import type { Finder } from '../finding/finder.ts';
import { cautiousFinder } from '../finding/cautious.ts';
import { rememberingFinder } from '../finding/remember.ts';
import { fingerprintOf, talliesFingerprint } from '../fingerprint.ts';
import type { Dossier, DossierId, HostProfile, MessageId, PersonId, Scope, Spot, SpotId, StepId } from '../host.ts';
import type { Identifiers } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { decisionOn } from './decide.ts';
import type { Deciding, Decision } from './decide.ts';
import { deletedCases, dossierOf, withoutDeleted } from './deleted-cases.ts';
import { countMentions, mentionsIn } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { asksOf, remainsOf, sideEffectsOf } from './summary.ts';
import type { Planned } from './summary.ts';
import type { Gap, Kept, Plan, Unreached } from '../plan.ts';
import { namesInMail, roleIn } from '../rules/role.ts';
import type { Rules } from '../rules/rules.ts';

/** What a plan is made of. The same input gives the same plan. */
export interface PlanInput {
  readonly profile: HostProfile;
  readonly person: PersonId;
  /** Only what is filed under this dossier: the account and its other dossiers stay. */
  readonly only?: DossierId;
  readonly finder: Finder;
  readonly rules: Rules;
  /** 32 bytes, random, of this plan alone: keys its fingerprints and placeholders. */
  readonly key: Uint8Array;
  /** Lets others have the thread for a moment, where there are others: a plan may have many thousand steps. */
  readonly breathe?: () => Promise<void>;
}

/** Where to look for a person: as far as the host lets us. */
export function scopesFor(
  profile: HostProfile,
  { person, only }: Pick<Plan, 'person' | 'only'>,
  who: Identifiers,
): readonly Scope[] {
  const wanted: readonly Scope[] =
    only === undefined
      ? [
          { by: 'person', person },
          { by: 'mention', who },
        ]
      : [{ by: 'dossier', dossier: only }];
  return wanted.filter((scope) => profile.scopes.includes(scope.by));
}

/** How spots of this plan are decided on, at planning and again at the run. */
export function decidingBy({ profile, person, finder, rules, key }: PlanInput): Deciding {
  const unique = (spot: Spot): string => Personal.of(`${profile.id} ${spot.id}`).fingerprint(key).slice(0, 10);
  return { profile, person, finder: rememberingFinder(cautiousFinder(finder)), rules, unique };
}

/** Spots of one page come at once, and each takes a moment. */
const SLICE = 100;

/** Makes the plan from spots as they stream in; no spot's text is held on to. */
export async function planFor(input: PlanInput, spots: AsyncIterable<Spot>): Promise<Plan> {
  const drafts = new Drafts(input);
  let added = 0;
  for await (const spot of spots) {
    drafts.add(spot);
    added += 1;
    if (added % SLICE === 0) await input.breathe?.();
  }
  const content = drafts.content();
  await input.breathe?.();
  const digest = input.breathe === undefined ? digestOf(content) : await digestInParts(content, input.breathe);
  return { ...content, digest };
}

interface Draft {
  readonly spot: Pick<Spot, 'id' | 'kind' | 'label'>;
  /** The dossier it is filed under. */
  readonly dossier: DossierId | undefined;
  readonly seen: string;
  readonly decision: Decision;
  /** What a cut takes out, and what is too uncertain for that in what stays of it. */
  readonly mentions: readonly Mention[];
  /** The message it is in, and what happens if any part of that mail holds the person's address. */
  readonly ifNamed?: { readonly message: MessageId; readonly decision: Decision };
}

/** Collects decisions: a mail's subject may have to go because of an address in its body, which comes later. */
class Drafts {
  readonly #input: PlanInput;
  readonly #deciding: Deciding;
  readonly #drafts = new Map<SpotId, Draft>();
  readonly #named = new Set<MessageId>();
  readonly #tallies: Record<DossierId, string> = {};

  constructor(input: PlanInput) {
    this.#input = input;
    this.#deciding = decidingBy(input);
  }

  add(spot: Spot): void {
    if (spot.of.type === 'dossier') this.#count(spot.of);
    if (this.#drafts.has(spot.id)) return;
    const role = roleIn(spot, this.#deciding);
    const decision = decisionOn(spot, this.#deciding, role);
    const { id, kind, label } = spot;
    this.#drafts.set(id, {
      spot: { id, kind, label },
      dossier: dossierOf(spot),
      seen: fingerprintOf(spot.content, this.#input.key),
      decision,
      mentions: mentionsFor(decision, spot, this.#deciding),
      ...this.#ifNamed(spot, role),
    });
  }

  #ifNamed(spot: Spot, role: string): Pick<Draft, 'ifNamed'> {
    if (spot.of.type !== 'message' || (role !== 'mentioned' && role !== 'uninvolved')) return {};
    if (namesInMail(spot, this.#deciding)) this.#named.add(spot.of.id);
    return { ifNamed: { message: spot.of.id, decision: decisionOn(spot, this.#deciding, 'named-in-mail') } };
  }

  #count(dossier: Dossier): void {
    this.#tallies[dossier.id] ??= talliesFingerprint(dossier.tallies, this.#input.key);
  }

  content(): Omit<Plan, 'digest'> {
    const { profile, only } = this.#input;
    const first = [...this.#drafts.values()].map((draft) => ({ draft, decision: this.#final(draft) }));
    const deleted = deletedCases(first);
    const decided = withoutDeleted(first, deleted);
    const planned = decided.flatMap(({ draft, decision }) =>
      decision.do === 'step' ? [plannedStep(draft, decision)] : [],
    );
    const staying = decided.filter(({ decision }) => keepsText(decision));
    return {
      ...headOf(this.#input),
      steps: planned.map(({ step }) => step),
      kept: decided.flatMap(({ draft, decision }): Kept[] =>
        decision.do === 'keep' ? [{ spot: draft.spot.id, kind: draft.spot.kind, why: decision.why }] : [],
      ),
      gaps: decided.flatMap(({ draft: { spot }, decision }): Gap[] =>
        decision.do === 'gap' ? [{ spot: spot.id, kind: spot.kind, label: spot.label, ...decision.reason }] : [],
      ),
      unreached: unreachedOf(profile, only),
      remains: remainsOf(planned.filter(({ dossier }) => dossier === undefined || !deleted.has(dossier))),
      sideEffects: sideEffectsOf(planned),
      asks: asksOf(planned),
      ambiguous: staying.flatMap(({ draft }) => (draft.mentions.some(isDoubtful) ? [draft.spot.id] : [])),
      mentions: countMentions(staying.flatMap(({ draft }) => draft.mentions)),
      tallies: this.#tallies,
    };
  }

  #final({ decision, ifNamed }: Draft): Decision {
    return ifNamed !== undefined && this.#named.has(ifNamed.message) ? ifNamed.decision : decision;
  }
}

/** What a plan is about. */
function headOf({
  profile,
  person,
  only,
  rules,
}: PlanInput): Pick<Plan, 'version' | 'host' | 'person' | 'only' | 'rules'> {
  return {
    version: 1,
    host: profile.id,
    person,
    ...(only === undefined ? {} : { only }),
    rules: { name: rules.name, digest: digestOf(rules) },
  };
}

/** Where a text goes as a whole, nothing uncertain stays in it. */
function keepsText(decision: Decision): boolean {
  return decision.do === 'keep' || (decision.do === 'step' && decision.verb === 'cut');
}

function mentionsFor(decision: Decision, { content }: Spot, { finder }: Deciding): readonly Mention[] {
  if (!keepsText(decision)) return [];
  return mentionsIn(content, finder, decision.do === 'step' ? 'all' : 'ambiguous');
}

function isDoubtful({ doubt }: Mention): boolean {
  return doubt !== undefined;
}

function plannedStep(
  { spot, dossier, seen }: Draft,
  decision: Extract<Decision, { do: 'step' }>,
): Planned & Pick<Draft, 'dossier'> {
  const { verb, role, ability, to } = decision;
  const id = stepIdFor(spot.id);
  return {
    step: {
      id,
      spot: spot.id,
      kind: spot.kind,
      label: spot.label,
      verb,
      role,
      seen,
      provable: ability.provable,
      ...(to === undefined ? {} : { to }),
    },
    ability,
    dossier,
  };
}

/** A spot has one step at most, so its step is called as it is. */
function stepIdFor(spot: SpotId): StepId {
  return String(spot) as StepId;
}

function unreachedOf(profile: HostProfile, only: DossierId | undefined): readonly Unreached[] {
  const wanted = only === undefined ? (['person', 'mention'] as const) : (['dossier'] as const);
  const missing = wanted.filter((scope) => !profile.scopes.includes(scope));
  return missing.map((scope) => ({ scope, because: `${profile.name} cannot be searched by ${scope}.` }));
}
