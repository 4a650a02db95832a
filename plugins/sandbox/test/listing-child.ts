import { mint } from '@lethe/core/testing';
import { sandboxHost } from '../src/index.ts';

// Lists all spots of p1 and answers their number; the parent gives it too little memory to hold them.
const [folder = ''] = process.argv.slice(2);
const host = await sandboxHost({ folder });
let count = 0;
for await (const spot of host.spots([{ by: 'person', person: mint('person', 'p1') }])) count += spot.id === '' ? 0 : 1;
await new Promise<void>((resolve) => process.send?.(String(count), () => resolve()));
process.disconnect();
