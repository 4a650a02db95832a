import fc from 'fast-check';
import { administratorsOnly } from '@lethe/core';
import type { Permissions, RunRecord } from '@lethe/core';
import type { FaultKind } from '@lethe/core/testing';
import { assertLawful } from './laws.ts';
import type { Rig, Seat } from './rig.ts';

/** All that is known without looking: nothing. The laws are about what is seen. */
export type Model = Record<string, never>;

type Act = (rig: Rig) => Promise<void>;

/** Something an agent, a colleague, an administrator or the world does. */
class Command implements fc.AsyncCommand<Model, Rig> {
  readonly #says: string;
  readonly #act: Act;

  constructor(says: string, act: Act) {
    this.#says = says;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  async run(_: Model, rig: Rig): Promise<void> {
    await this.#act(rig);
    await assertLawful(rig);
  }

  toString(): string {
    return this.#says;
  }
}

/** What may happen in the middle of a run, before one of its writes. */
const incidents = [
  ...['nothing', 'stop', 'second click', 'rights withdrawn', 'killed', 'a fault'],
  ...['the other resumes it', 'the other calls it off', 'the other reviews', 'a reply elsewhere', 'an edit'],
] as const;

const seat = fc.nat(1);
const incident = fc.record({ what: fc.constantFrom(...incidents), at: fc.integer({ min: 1, max: 6 }) });
type Incident = typeof incident extends fc.Arbitrary<infer T> ? T : never;

const rightsOfAdministrators: Readonly<Record<string, Permissions | undefined>> = {
  all: administratorsOnly,
  none: undefined,
  off: { activation: 'off', grants: {} },
};
const hostFaults: readonly FaultKind[] = [
  'too-fast',
  'too-fast-dated',
  'down',
  'signed-out',
  'time-out',
  'half',
  'lie',
  'garbage',
];

/** Every command there is, in any order. */
export const commands: fc.Arbitrary<Iterable<fc.AsyncCommand<Model, Rig>>> = fc.commands(
  [
    seat.map((at) => new Command(`${String(at)} reviews`, async (rig) => reviewed(rig, rig.seat(at)))),
    seat.map((at) => new Command(`${String(at)} reviews again`, async (rig) => reviewed(rig, rig.seat(at)))),
    fc.tuple(seat, fc.constantFrom('', 'ANONYMIZE', 'ANONYMIZE 0', 'yes')).map(([at, typed]) => {
      return new Command(`${String(at)} types "${typed}"`, async (rig) => typedBy(rig, rig.seat(at), typed));
    }),
    fc.tuple(seat, incident).map(([at, what]) => {
      return new Command(`${String(at)} confirms (${told(what)})`, async (rig) => confirmed(rig, rig.seat(at), what));
    }),
    fc.tuple(seat, incident).map(([at, what]) => {
      return new Command(`${String(at)} confirms, (${told(what)})`, async (rig) => confirmed(rig, rig.seat(at), what));
    }),
    fc.tuple(seat, incident, fc.boolean()).map(([at, what, acceptRefused]) => {
      return new Command(`${String(at)} resumes (${told(what)})`, async (rig) =>
        resumed(rig, rig.seat(at), { what, acceptRefused }),
      );
    }),
    seat.map((at) => new Command(`${String(at)} calls off`, async (rig) => calledOff(rig, rig.seat(at)))),
    seat.map(
      (at) =>
        new Command(`${String(at)} opens`, async (rig) =>
          rig.seat(at).flow.open((await newestRun(rig))?.id ?? 'run-99'),
        ),
    ),
    seat.map((at) => new Command(`${String(at)} clicks stop`, async (rig) => rig.seat(at).flow.stop())),
    fc.tuple(seat, fc.constantFrom('all', 'all', 'all', 'none', 'off')).map(([at, which]) => {
      return new Command(`${String(at)} has rights: ${which}`, async (rig) => {
        rig.seat(at).desk.allowed = rightsOfAdministrators[which];
      });
    }),
    fc
      .constantFrom('elsewhere', 'own')
      .map((where) => new Command(`a colleague writes ${where}`, async (rig) => rig.write(where))),
    fc
      .record({ kind: fc.constantFrom(...hostFaults), on: fc.constantFrom('writes', 'all'), after: fc.nat(20) })
      .chain((fault) =>
        fc.constantFrom(1, 2, 3, Infinity).map((times) => {
          const says = `host: ${fault.kind} on ${fault.on} after ${String(fault.after)}, ${String(times)} times`;
          return new Command(says, async ({ scene }) => scene.ground.faults.set({ ...fault, times }));
        }),
      ),
    fc.constant(new Command('host: well', async ({ scene }) => scene.ground.faults.clear())),
  ],
  { maxCommands: 12, size: 'max' },
);

function told({ what, at }: Incident): string {
  return what === 'nothing' ? what : `${what} before write ${String(at)}`;
}

async function reviewed({ scene }: Rig, { flow }: Seat): Promise<void> {
  await flow.review(scene.person);
  if (flow.state.at === 'blocked') await flow.acknowledge(['already-anonymized']);
}

/** Types something; it is right where the plan has no steps. */
async function typedBy(rig: Rig, { flow }: Seat, typed: string): Promise<void> {
  const { state } = flow;
  if (state.at === 'reviewed' && state.phrase === typed) rig.approved.add(state.record.plan.digest);
  await flow.confirm(typed);
}

async function confirmed(rig: Rig, seat: Seat, what: Incident): Promise<void> {
  if (seat.flow.state.at !== 'reviewed') await reviewed(rig, seat);
  const { state } = seat.flow;
  if (state.at !== 'reviewed') return;
  rig.approved.add(state.record.plan.digest);
  await under(rig, seat, { what, act: () => seat.flow.confirm(state.phrase) });
}

async function resumed(
  rig: Rig,
  seat: Seat,
  { what, acceptRefused }: { readonly what: Incident; readonly acceptRefused: boolean },
): Promise<void> {
  const run = await newestRun(rig);
  await under(rig, seat, { what, act: () => seat.flow.resume(run?.id ?? 'run-99', { acceptRefused }) });
}

async function calledOff(rig: Rig, { flow }: Seat): Promise<void> {
  const run = await newestRun(rig);
  await flow.callOff(run?.id ?? 'run-99');
  if (flow.state.at === 'stopped' && flow.state.run.state === 'called-off') rig.lose();
}

/** Does something while an incident waits for one of its writes. */
async function under(
  rig: Rig,
  seat: Seat,
  { what: { what, at }, act }: { readonly what: Incident; readonly act: () => Promise<void> },
): Promise<void> {
  const dead = new Set<Seat>();
  await new Promise<void>((resolve, reject) => {
    rig.atWrite(at, async () => {
      if (what !== 'killed') return happens(rig, seat, what);
      dead.add(seat);
      resolve();
      return new Promise(() => undefined);
    });
    act().then(resolve, reject);
  });
  rig.letGo();
  if (dead.has(seat)) await rig.kill(seat);
}

async function happens(rig: Rig, seat: Seat, what: Incident['what']): Promise<void> {
  const other = rig.other(seat).flow;
  const run = seat.flow.state.at === 'running' ? seat.flow.state.run : 'run-99';
  if (what === 'stop') seat.flow.stop();
  if (what === 'second click') await seat.flow.confirm('ANONYMIZE 1');
  if (what === 'rights withdrawn') seat.desk.allowed = undefined;
  if (what === 'a fault') throw new TypeError('A fault of ours.');
  if (what === 'the other resumes it') await other.resume(run);
  if (what === 'the other calls it off') await other.callOff(run);
  if (what === 'the other reviews') await other.review(rig.scene.person);
  if (what === 'a reply elsewhere') await rig.write('elsewhere');
  if (what === 'an edit') await rig.write('own');
}

async function newestRun(rig: Rig): Promise<RunRecord | undefined> {
  const [newest] = await rig.seat(0).desk.store.runs();
  return newest;
}
