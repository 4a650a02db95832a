/** Names HTML has for U+00A0 to U+00FF, in order. */
const latin1Names = [
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr',
  'deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml',
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig',
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml',
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
].flatMap((row) => row.split(' '));
const markup: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** A text in addresses of pages: as a component, as a form field, with `@` left alone, and encoded twice. */
export function urlForms(text: string): readonly string[] {
  if (/\p{Surrogate}/u.test(text)) return [];
  const component = encodeURIComponent(text);
  return [component, component.replaceAll('%20', '+'), encodeURI(text), encodeURIComponent(component)];
}

/** A text in HTML: letters by name, decimal or hexadecimal; with and without signs such as `@` written as numbers. */
export function htmlForms(text: string): readonly string[] {
  const decimal = (character: string): string => `&#${String(character.codePointAt(0))};`;
  const hexadecimal = (character: string): string => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
  const encodes = [named, decimal, hexadecimal];
  return encodes.flatMap((encode) => [
    replaced(text, /[&<>"']|[^\0-~]/gu, encode),
    replaced(text, /[^\0-~]/gu, encode),
    replaced(text, /[^\p{L}\p{N} ]|[^\0-~]/gu, encode),
    replaced(text, /./gsu, encode),
  ]);
}

/** A text in JSON: letters beyond ASCII as they are or escaped, a slash escaped or not, JSON inside JSON. */
export function jsonForms(text: string): readonly string[] {
  const once = JSON.stringify(text).slice(1, -1);
  const escaped = replaced(once, /[^\0-~]/gu, unicodeEscape);
  const slashed = [once, escaped].map((form) => form.replaceAll('/', '\\/'));
  const single = [once, escaped, ...slashed];
  return [...single, ...single.map((form) => JSON.stringify(form).slice(1, -1))];
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = markup[character] ?? latin1Names[code - 0xa0];
  return name === undefined ? `&#${String(code)};` : `&${name};`;
}

function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

function replaced(text: string, what: RegExp, encode: (character: string) => string): string {
  return text.replace(what, encode);
}
