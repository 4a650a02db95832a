import type { Can, Content, HostProfile, Spot, Verb } from '../host.ts';
import type { Gap, KeptReason } from '../plan.ts';
import { abilityOf } from '../plan.ts';
import { mentionsIn } from './mentions.ts';
import { roleIn } from '../rules/role.ts';
import type { Subject } from '../rules/role.ts';
import type { Role, Treatment } from '../rules/rules.ts';
import { replacementFor, treatmentFor, verbsFor } from '../rules/treatment.ts';
import { isText } from '../text-content.ts';
import { isCleanAs } from '../verdict.ts';

/** What the rules make of one spot. */
export type Decision =
  | { readonly do: 'step'; readonly verb: Verb; readonly to?: string; readonly role: Role; readonly ability: Can }
  | { readonly do: 'keep'; readonly why: KeptReason }
  | { readonly do: 'gap'; readonly reason: Pick<Gap, 'because' | 'instead' | 'source'> };

/** What decisions need besides the spot. */
export interface Deciding extends Subject {
  readonly profile: HostProfile;
  /** A short text no other spot of the run has, for placeholders that must be unique. */
  unique(spot: Spot): string;
}

/** What happens to a spot; `role` is given where more than the spot was looked at to find it. */
export function decisionOn(spot: Spot, deciding: Deciding, role: Role = roleIn(spot, deciding)): Decision {
  const treatment = treatmentFor(spot, role, deciding.rules);
  if (role === 'uninvolved' && isOutOfSight(spot, deciding)) return { do: 'gap', reason: outOfSight(spot, deciding) };
  if (treatment === 'keep') return { do: 'keep', why: role === 'uninvolved' ? keptUninvolved(spot, deciding) : 'rule' };
  if (treatment === 'cut' && spot.content.form !== 'hidden' && !deciding.finder.mentions(spot.content)) {
    return { do: 'keep', why: keptUninvolved(spot, deciding) };
  }
  return stepOrGap(spot, { role, treatment }, deciding);
}

/** Whether a spot may name the person without anybody being able to tell, and would have to go if it does. */
function isOutOfSight(spot: Spot, { rules }: Deciding): boolean {
  return spot.content.form === 'hidden' && treatmentFor(spot, 'mentioned', rules) !== 'keep';
}

/** What a host says of a spot it can neither show nor change says more than that nobody can see it. */
function outOfSight(spot: Spot, { profile }: Deciding): Pick<Gap, 'because' | 'instead' | 'source'> {
  if (spot.ability?.can === 'nothing') return gapReason(spot.ability);
  return {
    because: 'The host does not show what is there, so nobody can tell whether it names the person.',
    instead: 'Look at it in the host, and blank it by hand if it does.',
    source: abilityOf(spot, profile.abilities).source,
  };
}

function keptUninvolved(spot: Spot, deciding: Deciding): KeptReason {
  return mentionsIn(spot.content, deciding.finder, 'ambiguous').length > 0 ? 'ambiguous' : 'uninvolved';
}

/** What is to be done to a spot, and because of what. */
interface Wanted {
  readonly role: Role;
  readonly treatment: Exclude<Treatment, 'keep'>;
}

function stepOrGap(spot: Spot, { role, treatment }: Wanted, deciding: Deciding): Decision {
  const { profile, rules } = deciding;
  const ability = abilityOf(spot, profile.abilities);
  if (isNothingThere(spot.content)) return { do: 'keep', why: 'already-clean' };
  if (ability.can === 'nothing') return { do: 'gap', reason: gapReason(ability) };
  const wanted = verbsFor(spot.kind, treatment, rules);
  const verb = [...wanted, 'ask' as const].find((one) => ability.can.includes(one) && isPossible(one, spot.content));
  if (verb === undefined) return { do: 'gap', reason: gapReason(unableTo(wanted, ability, spot)) };
  if (isCleanAs({ verb, kind: spot.kind }, spot.content, deciding)) return { do: 'keep', why: 'already-clean' };
  const to = verb === 'set' ? replacementFor(spot.kind, rules, deciding.unique(spot)) : undefined;
  return { do: 'step', verb, role, ability, ...(to === undefined ? {} : { to }) };
}

function isNothingThere(content: Content): boolean {
  if (content.form === 'list') return content.items.length === 0;
  if (content.form === 'access') return !content.open;
  return isText(content) && content.text.isBlank;
}

/** A text cannot be cut where it is not shown, and only a text can be set. */
function isPossible(verb: Verb, content: Content): boolean {
  const { form } = content;
  if (verb === 'remove' || verb === 'close' || verb === 'ask') return true;
  if (verb === 'cut') return isText(content) || form === 'list';
  return verb === 'set'
    ? form !== 'list' && form !== 'file' && form !== 'access'
    : form !== 'file' && form !== 'access';
}

function unableTo(wanted: readonly Verb[], ability: Can, spot: Spot): Pick<Gap, 'because' | 'instead' | 'source'> {
  const shown = spot.content.form === 'hidden' ? ' The host does not show what is there.' : '';
  return {
    because: `The host can ${ability.can.join(', ')} this; the rules ask for ${wanted.join(' or ')}.${shown}`,
    instead: 'Edit it by hand in the host, or change the rules for this kind.',
    source: ability.source,
  };
}

function gapReason({
  because,
  instead,
  source,
}: Pick<Gap, 'because' | 'instead' | 'source'>): Pick<Gap, 'because' | 'instead' | 'source'> {
  return { because, source, ...(instead === undefined ? {} : { instead }) };
}
