/** The line (from 1) of a JSON text in which a setting stands, by its path; of the nearest around it where it is not there. */
export function lineOf(text: string, path: string): number {
  let at = 0;
  for (const name of namesIn(path)) {
    const found = text.indexOf(`"${name}"`, at);
    if (found === -1) break;
    at = found;
  }
  return text.slice(0, at).split('\n').length;
}

/** Kinds of spots have a dot in their names: `spots.message.body.author` names three settings. */
function namesIn(path: string): readonly string[] {
  const parts = path.split('.').filter((part) => part !== '' && !/^\d+$/u.test(part));
  return parts.flatMap((part, index) => {
    const [before, next] = [parts[index - 1], parts[index + 1]];
    if (owners.has(part) && next !== undefined && before === 'spots') return [`${part}.${next}`];
    return before !== undefined && owners.has(before) && parts[index - 2] === 'spots' ? [] : [part];
  });
}

const owners: ReadonlySet<string> = new Set(['person', 'dossier', 'message']);

/** What a text says, or the line in which it ends to be JSON. */
export function parsedJson(text: string): { readonly document: Record<string, unknown> } | { readonly line: number } {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? { document } : { line: 1 };
  } catch (error) {
    const [, position] = /position (\d+)/u.exec(String(error)) ?? [];
    const upTo = position === undefined ? text : text.slice(0, Number(position));
    return { line: upTo.split('\n').length };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
