import type { Spot } from '@lethe/core';
import { mint } from '@lethe/core/testing';
import { sandboxHost } from '../src/index.ts';

// Lists all spots of p1 and answers their number; the parent gives it too little memory to hold them.
const [folder = ''] = process.argv.slice(2);
const host = await sandboxHost({ folder });
const count = await countOf(host.spots([{ by: 'person', person: mint('person', 'p1') }]));
await new Promise<void>((resolve) => process.send?.(String(count), () => resolve()));
process.disconnect();

async function countOf(spots: AsyncIterable<Spot>): Promise<number> {
  let counted = 0;
  for await (const spot of spots) counted += spot.label === '' ? 0 : 1;
  return counted;
}
