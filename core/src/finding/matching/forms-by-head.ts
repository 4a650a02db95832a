import { groupBy } from './hit.ts';
import type { NameForm } from './name-forms.ts';
import type { Word } from './name-word.ts';

/** The forms that begin with one word: where the word does not stand, none of them does. */
export interface FormsOfWord {
  readonly word: Word;
  /** Those that hold more than a part of a name. */
  readonly whole: readonly NameForm[];
  readonly lone: readonly NameForm[];
}

/** Forms by the letter they begin with. */
export type FormsByHead = ReadonlyMap<number, readonly FormsOfWord[]>;

/** Forms by their first letter, and then by their first word. */
export function formsByHead(forms: readonly NameForm[]): FormsByHead {
  const byWord = new Map<string, NameForm[]>();
  for (const form of forms) {
    const key = (form.words[0] ?? []).map((codes) => codes.join()).join(';');
    const known = byWord.get(key);
    if (known === undefined) byWord.set(key, [form]);
    else known.push(form);
  }
  const groups = [...byWord.values()].map((some) => ({
    word: some[0]?.words[0] ?? [],
    whole: some.filter((form) => !isLone(form)),
    lone: some.filter(isLone),
  }));
  return groupBy(groups, ({ word }) => word.map(([code = 0]) => code));
}

function isLone({ extent }: NameForm): boolean {
  return extent === 'given' || extent === 'family';
}
