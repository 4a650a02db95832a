import { isEmptyList } from '../place.ts';
import type { StoredPerson, StoredTicket } from '../schema.ts';
import { placesOfTicket } from '../ticket-places.ts';
import { beginning, openingOf } from './calendar.ts';
import type { Sketch } from './cast.ts';
import { diceFrom } from './dice.ts';
import type { Population } from './people.ts';
import { sceneOf } from './scene.ts';
import { ticketFrom } from './ticket.ts';

/** Somebody who has written to the desk for years: for measuring. */
export const bigPerson: Sketch = { name: 'Berengaria Stormwick', at: 'tidewell.test', silent: true };

const TURNS = 24;
/** How many spots a ticket has about, to spread them over the desk's time. */
const SPOTS_A_TICKET = 37;
const nobody = { by: '', at: beginning };

/** Long tickets of one person, until they hold at least so many spots. */
export function* bigTickets(
  card: StoredPerson,
  people: Population,
  order: { readonly seed: string; readonly from: number; readonly spots: number },
): Generator<StoredTicket> {
  let left = order.spots;
  for (let number = order.from; left > 0; number += 1) {
    const dice = diceFrom(`${order.seed}/ticket/${String(number)}`);
    const opening = {
      number,
      at: openingOf(number - order.from, order.spots / SPOTS_A_TICKET),
      channel: 'mail',
      turns: TURNS,
    } as const;
    const ticket = ticketFrom(sceneOf(card, people, dice), opening, dice);
    left -= placesOfTicket(ticket, nobody).filter((place) => !isEmptyList(place.read())).length;
    yield ticket;
  }
}
