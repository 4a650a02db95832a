import type { Glyphs } from '../reading/glyphs.ts';

/** Words that a person's number is announced by, in the languages of Europe. */
const WHOSE =
  'id|account|benutzer|bewerber|candidate|client|cliente|compte|contact|contatto|contacto|cuenta|customer|debitor|' +
  'employee|guest|gebruiker|kandidat|klant|klient|konto|kontakt|kunde|kunden|kund|lid|member|membre|mitarbeiter|' +
  'mitglied|mitglieds|patient|person|personal|personnel|requester|socio|user|usuario|utente|utilisateur|uzytkownik';
const NUMBER = 'ids?|no|nr|number|num|nummer|numero|numer';
const ITEM = String.raw`#?\d[\d.]{0,15}(?:,\s?|\s(?:and|or|und|oder|et|ou|y|o|e|en|of|i)\s)`;
const LABEL = new RegExp(
  String.raw`(?:^|[^\p{L}\p{Nd}])(?:${WHOSE})s?[\s_.-]?(?:${NUMBER})?["']?[\s.:=#/\\_-]{1,4}["']?(?:${ITEM}){0,8}#?$`,
  'u',
);
const HASH = /(?:^|[\s([{"',;])#$/;
const LONGEST = 64;

/**
 * Whether what stands before a number says that it is a person's: `/users/4213`, `user_id=4213`, "customer no. 4213", `#42`,
 * or a list behind such a word.
 */
export function isLabelled(glyphs: Glyphs, from: number): boolean {
  let before = '';
  for (let at = Math.max(0, from - LONGEST); at < from; at += 1) before += String.fromCodePoint(glyphs.code(at));
  return HASH.test(before) || LABEL.test(before);
}
