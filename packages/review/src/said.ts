/** A sentence of core or of the plugin: fixed words in English, with places where ids and counts stand. */
interface Template {
  readonly name: string;
  readonly pattern: RegExp;
}

/** What a sentence is in another language: its name among the templates, and what stands in its places. */
export interface Recognized {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Recognizes the fixed English sentences that core and the plugin give for obstacles, reasons and labels, so that they
 * can be said in the agent's language. `english` has a template for each: "comment {{n}} on ticket {{ticket}}".
 * Of two templates that fit, the one with more words wins. A sentence it does not know gives `undefined`.
 */
export function recognizer(english: Readonly<Record<string, string>>): (sentence: string) => Recognized | undefined {
  const entries = Object.entries(english);
  const whole = new Map(entries.map(([name, text]) => [text, name]));
  const templates = entries
    .filter(([, text]) => text.includes('{{'))
    .sort(([, one], [, other]) => wordsIn(other).length - wordsIn(one).length)
    .map(templateOf);
  return (sentence) => {
    const name = whole.get(sentence);
    if (name !== undefined) return { name, values: {} };
    for (const template of templates) {
      const match = template.pattern.exec(sentence);
      if (match !== null) return { name: template.name, values: { ...match.groups } };
    }
    return undefined;
  };
}

function templateOf([name, text]: readonly [string, string]): Template {
  const parts = text.split(/\{\{(\w+)\}\}/u);
  const source = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : `(?<${part}>.+?)`)).join('');
  return { name, pattern: new RegExp(`^${source}$`, 'u') };
}

/** What of a template stands fast: the longer, the surer the match. */
function wordsIn(text: string): string {
  return text.replace(/\{\{\w+\}\}/gu, '');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
