import type { Language } from './companies.ts';
import type { Dice } from './dice.ts';

/** A block of numbers that is set aside for invented people and never given to anybody. */
interface Block {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly digits: number;
}

/** Set aside by Ofcom, the Bundesnetzagentur and PTS for films and examples. */
const blocks: Readonly<Record<Language, { readonly work: Block; readonly mobile: Block }>> = {
  en: {
    work: { prefix: '+44 20 7946 0', first: 0, last: 999, digits: 3 },
    mobile: { prefix: '+44 7700 900', first: 0, last: 999, digits: 3 },
  },
  de: {
    work: { prefix: '+49 30 23125', first: 0, last: 999, digits: 3 },
    mobile: { prefix: '+49 171 39200', first: 0, last: 99, digits: 2 },
  },
  sv: {
    work: { prefix: '+46 8 46500', first: 400, last: 499, digits: 3 },
    mobile: { prefix: '+46 70 17406', first: 5, last: 99, digits: 2 },
  },
};

/** Gives each number once; an empty text when there are no more. */
export class PhoneBook {
  readonly #given = new Map<string, number>();

  next(language: Language, kind: 'work' | 'mobile'): string {
    const { prefix, first, last, digits } = blocks[language][kind];
    const number = this.#given.get(prefix) ?? first;
    this.#given.set(prefix, number + 1);
    return number > last ? '' : `${prefix}${String(number).padStart(digits, '0')}`;
  }
}

/** The same number as people write it in a mail. */
export function writtenPhone(phone: string, dice: Dice): string {
  const [country = '', area = '', ...rest] = phone.split(' ');
  const local = rest.join(' ');
  return dice.pick([
    phone,
    phone,
    `${country} (0)${area} ${local}`,
    `0${area} ${local}`,
    `0${area}/${local.replaceAll(' ', '-')}`,
    phone.replaceAll(' ', ''),
  ]);
}
