import type { Ability, SpotKind } from '@lethe/core';
import { abilities } from '../../abilities.ts';
import { accessByHand, addressOfShell } from '../../restrictions.ts';
import { accountModes } from '../protocol.ts';
import type { AccountMode, ModeCost } from '../protocol.ts';

/** What each treatment does besides, by the kind of spot it does it to, and what it leaves. */
const costs: Readonly<
  Record<AccountMode, { readonly does: readonly SpotKind[]; readonly leaves: readonly Ability[] }>
> = {
  erase: { does: ['person.email'], leaves: [] },
  'keep-shell': { does: [], leaves: [accessByHand, addressOfShell] },
};

/** What each treatment of a customer's account costs; the one a plan was made for is marked. */
export function modeCosts(chosen: AccountMode): readonly ModeCost[] {
  return accountModes.map((mode) => ({
    mode,
    chosen: mode === chosen,
    effects: costs[mode].does.flatMap((kind) => effectOf(abilities[kind])),
    stays: costs[mode].leaves.flatMap(staysOf),
  }));
}

function effectOf(ability: Ability): readonly string[] {
  return ability.can === 'nothing' || ability.sideEffect === undefined ? [] : [ability.sideEffect];
}

function staysOf(ability: Ability): ModeCost['stays'] {
  if (ability.can !== 'nothing') return [];
  const { because, instead } = ability;
  return [{ because, ...(instead === undefined ? {} : { instead }) }];
}
