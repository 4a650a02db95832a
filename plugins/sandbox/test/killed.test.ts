import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sandboxHost } from '../src/index.ts';
import { diceFrom } from '../src/world/dice.ts';
import { endOf, startChild } from './child.ts';
import { filesIn, removeFolder, ticketsIn } from './folder.ts';
import { deskWith, plainMail, plainTicket } from './plain-desk.ts';

const TICKETS = 400;
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

describe('A process killed while it writes', () => {
  it('leaves every file whole, keeps what it said done, and nothing of an erased text once the desk is opened again', async () => {
    const folder = deskWith(Array.from({ length: TICKETS }, (_, at) => marked(at + 1)));
    folders.push(folder);
    const dice = diceFrom('kills');
    let cleared = 0;
    for (let round = 0; round < 6; round += 1) {
      cleared = await clearUntilKilled(folder, cleared + 1, 5 + dice.below(40));
      expect(ticketsIn(folder)).toHaveLength(TICKETS);
      await sandboxHost({ folder });
      assertErased(folder, cleared);
    }
    expect(cleared).toBeGreaterThan(30);
  }, 60_000);
});

function marked(number: number): ReturnType<typeof plainTicket> {
  const text = markOf(number).repeat(60);
  return plainTicket(number, { title: markOf(number), description: text, messages: [plainMail(1, text)] });
}

function markOf(number: number): string {
  return `thimble-${String(number)}-`;
}

/** Answers the number of the last ticket the child said it had cleared. */
async function clearUntilKilled(folder: string, first: number, lines: number): Promise<number> {
  const child = startChild(new URL('clearing-child.ts', import.meta.url), [folder, String(first), String(TICKETS)]);
  const end = endOf(child);
  let heard = 0;
  let cleared = first - 1;
  child.on('message', (line: string) => {
    heard += 1;
    if (line.startsWith('done')) cleared = Number(line.slice('done t'.length));
    if (heard === lines) child.kill('SIGKILL');
  });
  await end;
  return cleared;
}

/** No file of the desk holds a mark of a cleared ticket, and there is no file that does not belong there. */
function assertErased(folder: string, cleared: number): void {
  const files = Object.entries(filesIn(join(folder, 'desk')));
  const text = files.map(([, bytes]) => bytes.toString()).join('\n');
  const left = Array.from({ length: cleared }, (_, at) => markOf(at + 1)).filter((mark) => text.includes(mark));
  expect(left).toEqual([]);
  expect(
    files.map(([name]) => name).filter((name) => !/^(?:tickets\/t\d+|people\/p\d+|desk)\.json$/.test(name)),
  ).toEqual([]);
}
