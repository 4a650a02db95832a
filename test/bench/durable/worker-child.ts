// A worker process: carries queued runs out at the stub until it is killed, frozen, or told to end.
import { pacedFor, startWorker } from '@lethe/server';
import { openAt } from './open.ts';
import { crewSettingsSchema } from './crew-settings.ts';
import { smallDesk } from './small-desk.ts';
import { smallHost } from './small-host.ts';

const [databaseUrl = '', keyFile = '', address = '', settings = '{}'] = process.argv.slice(2);
const { runsAtOnce, heartbeatSeconds, callSeconds, limits } = crewSettingsSchema.parse(JSON.parse(settings));
const storage = await openAt(databaseUrl, keyFile);
const pace = pacedFor(storage, 'stub');
const host = smallHost(address, String(process.pid), async () => pace.turn(limits));

const worker = await startWorker({
  storage,
  deskFor: async () => smallDesk(storage, host),
  runsAtOnce,
  runsAtHost: { default: 64 },
  heartbeatSeconds,
  callSeconds: () => callSeconds,
  tell: (event) => process.send?.(event),
});
process.send?.({ what: 'ready' });
// Whoever started it was killed.
process.once('disconnect', () => process.exit(1));
process.once('message', () => {
  void end();
});

async function end(): Promise<void> {
  await worker.stop();
  await storage.close();
  process.exit(0);
}
