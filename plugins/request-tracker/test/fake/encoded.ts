/** How RT keeps a body that its database could not hold as it is. */
export interface Lob {
  readonly Content: string;
  readonly ContentEncoding: string;
}

/** Plain ASCII as it is, other text quoted-printable, everything else in base64: a search of the database sees just that. */
export function lobOf(text: string, type: string): Lob {
  if (/^(?:text|message)\//.test(type)) {
    return [...text].every((letter) => letter <= '~')
      ? { Content: text, ContentEncoding: 'none' }
      : { Content: quotedPrintable(text), ContentEncoding: 'quoted-printable' };
  }
  return { Content: inLines(Buffer.from(text, 'utf8').toString('base64')), ContentEncoding: 'base64' };
}

/** The text a body stands for. */
export function textOfLob(content: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return content;
  const bytes = content
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Base64 in lines of 76 letters, each with its end, as RT hands bodies out. */
export function inLines(base64: string): string {
  return base64.replaceAll(/.{1,76}/g, '$&\n');
}

function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const letters = [...Buffer.from(line, 'utf8')].map((byte) =>
        byte > 126 || byte === 61 || (byte < 32 && byte !== 9)
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      );
      return softened(letters);
    })
    .join('\n');
}

/** No line longer than 76. */
function softened(letters: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const letter of letters) {
    if (line.length + letter.length > 75) {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return [...lines, line].join('=\n');
}
