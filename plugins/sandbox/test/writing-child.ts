import { join } from 'node:path';
import { writeWhole } from '../src/atomic-file.ts';

// Writes one file again and again, each time with as much text that a careless write could be seen half-done.
const [folder = '', times = ''] = process.argv.slice(2);
for (let round = 0; round < Number(times); round += 1) {
  writeWhole(join(folder, 'a.json'), JSON.stringify(String(round).repeat(400_000)), join(folder, 'waiting'));
}
process.disconnect();
