import type { Obstacle } from '../errors.ts';
import type { GuardFacts } from './guard-facts.ts';

/**
 * A mail is known by the address it came from. Where two accounts go by one, nothing tells whose it is: it would be blanked with
 * whoever comes first. The reviewer may know that both accounts are one person.
 */
export function addressOfOne({ sharesAddress }: GuardFacts): readonly Obstacle[] {
  return sharesAddress ? [shared] : [];
}

const shared: Obstacle = {
  code: 'address-shared',
  says: 'Another account goes by an address of this person: all mail from it would count as theirs and be blanked.',
  remedy: 'If they are two people, take the address out of one account first; if they are one, acknowledge this.',
  acknowledgeable: true,
};
