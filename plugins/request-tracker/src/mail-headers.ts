/** A mail's headers as RT keeps them: which lines name people, which are copies, and which only say how to read the mail. */

/** One header with the lines it is folded into. */
interface Header {
  /** In small letters. */
  readonly name: string;
  readonly lines: string;
}

/** Without these nobody could read the mail, or tell how the ticket was opened. */
const technical: ReadonlySet<string> = new Set([
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-length',
  'x-rt-interface',
  'x-rt-original-encoding',
  'x-rt-incoming-encryption',
]);
const copying: ReadonlySet<string> = new Set(['cc', 'bcc', 'rt-send-cc', 'rt-send-bcc', 'resent-cc', 'resent-bcc']);
/** A file's name is in its part's headers as well. */
const namesFile = /name\*?\d*\*?\s*=/i;

function headersOf(text: string): readonly Header[] {
  const headers: Header[] = [];
  for (const line of text.split('\n')) {
    const last = headers.at(-1);
    if (last !== undefined && /^[ \t]/.test(line))
      headers[headers.length - 1] = { ...last, lines: `${last.lines}\n${line}` };
    else if (line !== '') headers.push({ name: (line.split(':')[0] ?? '').trim().toLowerCase(), lines: line });
  }
  return headers;
}

function isTechnical({ name, lines }: Header): boolean {
  return technical.has(name) && !namesFile.test(lines);
}

function isCopies({ name }: Header): boolean {
  return copying.has(name);
}

function isEnvelope(header: Header): boolean {
  return !isTechnical(header) && !isCopies(header);
}

/** What a header says, unfolded. */
function valueOf({ lines }: Header): string {
  return lines
    .slice(lines.indexOf(':') + 1)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .trim();
}

/** The lines that name somebody or are somebody's words; copies stand apart. */
export function envelopeOf(text: string): string {
  return headersOf(text)
    .filter(isEnvelope)
    .map(({ lines }) => lines)
    .join('\n');
}

/** Everybody in copy, as written. */
export function copiesOf(text: string): readonly string[] {
  return headersOf(text).filter(isCopies).map(valueOf).flatMap(entriesOf);
}

/** Who stands in the headers of these names, as written. */
export function peopleOf(text: string, names: readonly string[]): readonly string[] {
  return headersOf(text)
    .filter(({ name }) => names.includes(name))
    .map(valueOf)
    .flatMap(entriesOf);
}

/** What a header of one line says; nothing where it is not there. */
export function saidIn(text: string, name: string): string {
  const header = headersOf(text).find((one) => one.name === name);
  return header === undefined ? '' : valueOf(header);
}

/** Addresses between commas; a comma within quotes or brackets belongs to a name. */
function entriesOf(value: string): readonly string[] {
  const entries = value.match(/(?:"(?:[^"\\]|\\.)*"|\([^()]*\)|<[^<>]*>|[^,"(<]|["(<])+/g) ?? [];
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** The headers with other words in their envelope, in the place of the first. */
export function withEnvelope(text: string, envelope: string): string {
  const headers = headersOf(text);
  const first = headers.findIndex(isEnvelope);
  const lines = headers.flatMap((header, at) => {
    if (!isEnvelope(header)) return [header.lines];
    return at === first && envelope !== '' ? [envelope] : [];
  });
  return lines.join('\n');
}

/** The headers with only these left in copy. */
export function withCopies(text: string, left: readonly string[]): string {
  const lines = headersOf(text).flatMap((header) => {
    if (!isCopies(header)) return [header.lines];
    const staying = entriesOf(valueOf(header)).filter((entry) => left.includes(entry));
    const title = header.lines.slice(0, header.lines.indexOf(':'));
    return staying.length === 0 ? [] : [`${title}: ${staying.join(', ')}`];
  });
  return lines.join('\n');
}
