// A process that uses the embedded server: says how it came in, waits for a line, then leaves properly.
import { startOrAttach } from '../embedded/start-or-attach.ts';
import { hearParent, tellParent } from './parent.ts';

const embedded = await startOrAttach(process.argv[2] ?? '');
tellParent(`${embedded.attached ? 'attached' : 'started'} ${embedded.login.port}`);
await hearParent();
tellParent(await embedded.leave());
process.disconnect();
