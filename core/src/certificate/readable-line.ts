/** One line of a certificate as it is read. */
export interface Line {
  readonly label?: string;
  readonly text: string;
  /** What a plugin says in English, whatever the language around it. */
  readonly english?: string;
}

/** A line with what stands before it, if anything. */
export function line(label: string | undefined, text: string, english?: string): Line {
  return { text, ...(label === undefined ? {} : { label }), ...(english === undefined ? {} : { english }) };
}

/** A text with its places filled. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A moment to the minute, in UTC, the same in every language. */
export function momentText(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;
}
