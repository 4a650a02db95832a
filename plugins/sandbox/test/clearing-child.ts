import { sandboxHost } from '../src/index.ts';
import { callWith } from './steps.ts';

// Clears one ticket after the other, and says so before and after each; the parent kills it somewhere.
const [folder = '', first = '', last = ''] = process.argv.slice(2);
const host = await sandboxHost({ folder });
for (let number = Number(first); number <= Number(last); number += 1) {
  const ticket = `t${String(number)}`;
  await say(`begin ${ticket}`);
  await host.apply(
    callWith(
      { spot: `${ticket}:title`, kind: 'dossier.title', verb: 'clear' },
      { spot: `${ticket}:description`, kind: 'dossier.description', verb: 'clear' },
      { spot: `${ticket}:m1:body`, verb: 'clear' },
      { spot: `${ticket}:m1:subject`, kind: 'message.subject', verb: 'clear' },
      { spot: `${ticket}:log:title`, kind: 'dossier.history', verb: 'clear', to: [] },
    ),
  );
  await say(`done ${ticket}`);
}
process.disconnect();

async function say(line: string): Promise<void> {
  await new Promise<void>((resolve) => process.send?.(line, () => resolve()));
}
