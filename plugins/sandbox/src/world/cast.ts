import type { StoredPerson } from '../schema.ts';

/** What is special about an account before its card is drawn up. */
export interface Sketch {
  readonly name: string;
  /** Domain of the company; missing for people who belong to none. */
  readonly at?: string;
  readonly address?: string;
  readonly secondary?: readonly string[];
  readonly kind?: StoredPerson['kind'];
  readonly masteredBy?: NonNullable<StoredPerson['masteredBy']>;
  readonly locked?: boolean;
  /** Never wrote to the desk. */
  readonly silent?: boolean;
  /** Neither phone nor fields nor photo. */
  readonly bare?: boolean;
}

/** The desk's own people who are more than agents. The only administrator who may sign in is the first. */
export const leaders: readonly Sketch[] = [
  { name: 'Ingrid Falkenberg', at: 'desk.test', kind: 'administrator', silent: true },
  { name: 'Oskar Brandvold', at: 'desk.test', kind: 'administrator', locked: true, silent: true },
  {
    name: 'Lethe connection',
    at: 'desk.test',
    address: 'connection@desk.test',
    kind: 'agent',
    silent: true,
    bare: true,
  },
];

/** People whose cases are hard; the README tells a newcomer about them. */
export const cast: readonly Sketch[] = [
  { name: 'Mira Halvorsen', at: 'brightwater.test', secondary: ['mira@halvorsen.test', 'mira.sundt@brightwater.test'] },
  { name: 'Mira Halvorsen', at: 'tallis-thorne.test', address: 'm.halvorsen@tallis-thorne.test' },
  { name: 'Jonas Ekström', at: 'norrskog.test', address: 'jonas.ekstrom@norrskog.test' },
  { name: 'Jonas Ekström', address: 'jonas@ekstrom.test' },
  { name: 'Henrike Aumüller', at: 'kupferbach.test', masteredBy: 'ldap' },
  { name: 'Seán Ó Briain', at: 'copperline.test', masteredBy: 'sso' },
  { name: 'Tomasz Wójcik', at: 'ostrow.test', locked: true },
  { name: 'Zoë Ångström-Núñez', at: 'vinterhamn.test', address: 'zoe.angstrom-nunez@vinterhamn.test' },
  { name: 'Eva Lindh', at: 'harbourlane.test' },
  { name: 'Neva Lindh', at: 'harbourlane.test' },
  { name: 'Grace Field', at: 'quillon.test' },
  { name: 'Nguyễn Thị Hoa', at: 'silverlode.test', address: 'hoa.nguyen@silverlode.test' },
  { name: 'Petra Stillwater', at: 'penhallow.test', silent: true },
  { name: 'Anonymized', at: 'meadowgate.test', address: '', locked: true, silent: true, bare: true },
];

/** Somebody without an account who is only ever put in copy. */
export const stranger = { name: 'Rosalind Achterberg', address: 'rosalind@achterberg.test' } as const;
