import { createInterface } from 'node:readline/promises';
import { Stop } from '../stop.ts';

/** Asks a person to type the phrase. Without a terminal nobody can be asked: throws `Stop`. */
export async function askFor(phrase: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Stop(
      'unconfirmed',
      'Nobody is at the terminal to confirm. Nothing was done.',
      `Review with lethe plan, then give its phrase: --confirm '${phrase.replace(/\d+$/, 'N')}'.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`This cannot be undone. Type ${phrase} to go on, anything else to leave it: `);
  } finally {
    terminal.close();
  }
}
