import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** A country in the library's packed form, by place. */
const country = z.array(z.unknown());
const library = z.object({
  version: z.literal(4),
  country_calling_codes: z.record(z.string(), z.array(z.string()).min(1)),
  countries: z.record(z.string(), country),
  nonGeographic: z.record(z.string(), country),
});

/** How numbers are laid out. */
const FORMATS = 4;
/** What is dialled before a number at home. */
const TRUNK = 5;
/** What is dialled to call abroad, and the kinds of numbers. */
const notAsked = [1, 11];

/** Numbers of these are not dialled at home as trunk prefix and number: only their formats tell how. */
const WIDTH = 160;

const changedAtHome = ['AR', 'BY'];

type Library = z.output<typeof library>;

/**
 * Numbering plans of `libphonenumber-js` without what finding does not ask for: how numbers are laid out, which are
 * mobile, how to call abroad. Where several countries share a code, the one that the code is named after stands for all: they dial alike.
 */
function plansOf({ version, country_calling_codes, countries, nonGeographic }: Library): string {
  const codes = Object.entries(country_calling_codes).map(([code, named]) => [code, named.slice(0, 1)]);
  const lean = (plans: Library['countries']): string =>
    lines(Object.entries(plans).map(([name, plan]) => [name, withoutLayout(name, plan)] as const));
  return lines([
    ['version', String(version)],
    ['country_calling_codes', JSON.stringify(Object.fromEntries(codes))],
    ['countries', lean(countries)],
    ['nonGeographic', lean(nonGeographic)],
  ]);
}

function withoutLayout(name: string, plan: readonly unknown[]): string {
  const parts = plan.map((part, at) => {
    const isAsked = at === FORMATS ? changedAtHome.includes(name) : !notAsked.includes(at);
    return isAsked ? part : 0;
  });
  return JSON.stringify(parts.slice(0, parts.findLastIndex((part) => part !== 0) + 1));
}

/** An object of members that are JSON already, in lines of some width. */
function lines(members: readonly (readonly [name: string, json: string])[]): string {
  const written = members.map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  const filled: string[] = [];
  for (const member of written) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + member.length < WIDTH) filled.splice(-1, 1, `${last},${member}`);
    else filled.push(member);
  }
  return `{\n${filled.join(',\n')}\n}`;
}

function trunkPrefixes({ countries }: Library): string {
  const known = Object.entries(countries).flatMap(([name, plan]) => {
    const prefix = plan[TRUNK];
    return typeof prefix === 'string' && prefix !== '0' && !changedAtHome.includes(name)
      ? [`  ${name}: '${prefix}',\n`]
      : [];
  });
  return `{\n${known.join('')}}`;
}

function read(): Library {
  const whole = library.parse(require('libphonenumber-js/metadata.min.json'));
  const kept = new Set(Object.values(whole.country_calling_codes).map(([main]) => main));
  const countries = Object.entries(whole.countries).filter(([name]) => kept.has(name));
  return { ...whole, countries: Object.fromEntries(countries) };
}

/** The file that holds them. */
export function phonePlansFile(): string {
  const plans = read();
  return `/**
 * How telephone numbers are built in each country: facts from \`libphonenumber-js\` (MIT), in its packed form, without
 * formats and kinds. Made by \`npm run phone-plans\`; a test compares it with the installed library.
 */
export const phonePlans = String.raw\`${plansOf(plans)}\`;

/** What is dialled before a number at home where that is not a zero. */
export const trunkPrefixes: Readonly<Record<string, string>> = ${trunkPrefixes(plans)};

/** Where a number at home is more than a prefix and the number: their formats tell how. */
export const changedAtHome: readonly string[] = [${changedAtHome.map((name) => `'${name}'`).join(', ')}];
`;
}
