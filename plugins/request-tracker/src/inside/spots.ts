import type { Ability, SpotId } from '@lethe/core';
import { rowSpotId } from '@lethe/inside';
import type { Column, Row } from '@lethe/inside';
import { notOurs } from './abilities.ts';

/**
 * The id of a spot. Besides columns there are `Head` and `Copies`, parts of a mail's headers; `Html`, a text that is HTML;
 * `File`, a file that cannot go as a row; `Choice`, a value among certain ones; and `Sessions` of an account, whose own ids
 * would open them.
 */
export function spotIdIn(row: Pick<Row, 'table' | 'id' | 'links'>, column?: string): SpotId {
  return rowSpotId(row, row.links.ticket, column);
}

/** What a text can do less than its kind, because Lethe's part may not change it. */
export function abilityOf({ mayChange }: Column, known?: Ability): { readonly ability?: Ability } {
  const ability = mayChange ? known : notOurs;
  return ability === undefined ? {} : { ability };
}

/** Stands for the sessions of colleagues in the id of their one spot. */
export const OTHERS = 'Others';
