import { startWorker } from '../durable/worker.ts';
import type { Worker, WorkerEvent } from '../durable/worker-options.ts';
import { desksOn } from '../work/desk.ts';
import type { Desks } from '../work/desk.ts';
import { nightlyWork, roundsOf } from './besides-runs.ts';
import type { ProcessGround } from './ground-for.ts';
import { startRounds } from './rounds.ts';

/** How long a run waits before it looks again whether runs are allowed. */
const FORBIDDEN_FOR = 30_000;

/** Starts a worker on the ground of this process, with what is done besides runs. Whoever starts it stops it. */
export async function workerOn(place: ProcessGround): Promise<Worker> {
  const { ground } = place;
  const operators = { actor: async (id: string) => ground.store.signIn.operatorNow(id) };
  const desks = desksOn(ground, operators);
  const worker = await runWorker(place, desks);
  const rounds = startRounds(roundsOf({ ground, desks }), ground.log);
  return {
    get running() {
      return worker.running;
    },
    get healthy() {
      return worker.healthy;
    },
    stop: async (patience) => {
      await Promise.all([rounds.stop(), worker.stop(patience)]);
    },
  };
}

async function runWorker({ ground, metrics }: ProcessGround, desks: Desks): Promise<Worker> {
  const { runsAtOnce, runsAtHost } = ground.settings.server.worker;
  return startWorker({
    storage: ground.store,
    runsAtOnce,
    runsAtHost: { default: runsAtHost },
    deskFor: async (_host, run) => desks.deskForRun(run),
    notBefore: async () => {
      const { thrown } = await ground.store.api.killSwitch.state();
      return thrown ? new Date(ground.clock.now().getTime() + FORBIDDEN_FOR) : undefined;
    },
    nightly: nightlyWork({ ground, desks }),
    tell: (event) => {
      metrics.event(event.what);
      logEvent(ground.log, event);
    },
  });
}

function logEvent(log: ProcessGround['ground']['log'], event: WorkerEvent): void {
  const { what: kind } = event;
  const run = 'run' in event ? event.run : undefined;
  const host = 'host' in event ? event.host : undefined;
  const state = 'state' in event ? event.state : undefined;
  const code = 'code' in event ? event.code : undefined;
  if (kind === 'run-failed' || kind === 'database-trouble') log.warn({ kind, run, host, code }, 'worker in trouble');
  else log.info({ kind, run, host, state }, 'worker told');
}
