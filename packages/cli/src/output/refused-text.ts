import { identifierWords } from '@lethe/core';
import type { WeakIdentifier } from '@lethe/core';

/** Identifiers that are not looked for, by kind and place, with the reason; never the identifier. Empty where there are none. */
export function refusedText(refused: readonly WeakIdentifier[]): string {
  if (refused.length === 0) return '';
  const lines = refused.map(
    ({ kind, entry, reason }) => `  - ${identifierWords[kind]} no. ${String(entry + 1)}: ${reason}`,
  );
  return `Known of the person and not looked for, as it would cost other people's text:\n${lines.join('\n')}`;
}
