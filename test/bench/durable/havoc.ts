import { setTimeout as pause } from 'node:timers/promises';

import { verifyLedger } from '@lethe/core';
import type { Storage } from '@lethe/storage';
import type { OwnServer } from '@lethe/storage/testing';
import { openAt } from './open.ts';
import { hire, isAllDone, queuePeople, type CrewInput, type Hand } from './crew.ts';
import { startStub, type Stub } from './stub.ts';

/** How much is to go wrong. */
export interface Havoc {
  readonly server: OwnServer;
  readonly keyFile: string;
  readonly people: number;
  readonly mails: number;
  readonly kills: number;
}

/** What came of it. */
export interface HavocResult {
  readonly runs: number;
  readonly steps: number;
  readonly kills: number;
  readonly freezes: number;
  readonly databaseCrashes: number;
  /** Steps that were never carried out. */
  readonly lost: number;
  /** Writes to a person that came while another worker's write to them was under way. */
  readonly twoAtOnce: number;
  /** Writes of a worker that was thawed after others had taken its runs over. */
  readonly writesAfterThaw: number;
  readonly repeated: number;
  /** Repeated though no kill, freeze or crash fell into the first call or shortly after. */
  readonly repeatedForNoReason: number;
  readonly runsDone: number;
  readonly ledgerIsWhole: boolean;
  readonly stepsInLedger: number;
  readonly seconds: number;
}

const LONGEST_CALL = 100;
const HEARTBEAT_SECONDS = 10;

/** Lets two workers carry runs out while they are killed at random, one is frozen past its heartbeat, and the database crashes once. */
export async function wreakHavoc(havoc: Havoc): Promise<HavocResult> {
  const { server, keyFile, people, mails } = havoc;
  const databaseUrl = await server.makeDatabase();
  const stub = await startStub(() => 10 + Math.random() * (LONGEST_CALL - 10), mails);
  const storage = await openAt(databaseUrl, keyFile);
  await queuePeople(storage, stub.address, { people });
  stub.reset();
  const settings = { runsAtOnce: 8, heartbeatSeconds: HEARTBEAT_SECONDS, callSeconds: 1 };
  const source = new URL('./worker-child.ts', import.meta.url);
  const scene = new Scene(havoc, stub, { source, databaseUrl, keyFile, address: stub.address, settings });
  const began = performance.now();
  await scene.play(storage);
  const seconds = (performance.now() - began) / 1000;
  const told = await resultOf(scene, storage);
  await scene.end();
  await storage.close();
  await stub.close();
  return { ...told, seconds };
}

async function resultOf(
  { havoc, stub, moments, done }: Scene,
  storage: Storage,
): Promise<Omit<HavocResult, 'seconds'>> {
  const { people, mails } = havoc;
  const { never, repeated } = stub.tally(people, mails);
  const unexplained = repeated.filter(
    ({ by }) => !by.slice(0, -1).every((call) => moments.some((at) => at >= call.begun && at <= call.ended + 2_000)),
  );
  const counted = new Map<string, number>();
  for await (const { fact } of storage.ledger())
    if (fact.what === 'run-ended' && fact.state !== 'stopped')
      counted.set(fact.run ?? '', (fact.counts?.clean ?? 0) + (fact.counts?.['already-clean'] ?? 0));
  const stepsInLedger = [...counted.values()].reduce((sum, steps) => sum + steps, 0);
  const runs = await storage.runs();
  return {
    runs: people,
    steps: people * mails,
    ...done,
    lost: never,
    twoAtOnce: stub.counts.twoAtOnce,
    repeated: repeated.length,
    repeatedForNoReason: unexplained.length,
    runsDone: runs.filter(({ state }) => state === 'done' || state === 'done-with-gaps').length,
    ledgerIsWhole: (await verifyLedger(storage.ledger())).ok,
    stepsInLedger,
  };
}

type Done = Pick<HavocResult, 'kills' | 'freezes' | 'databaseCrashes' | 'writesAfterThaw'>;

/** The workers, and what is done to them. */
class Scene {
  readonly havoc: Havoc;
  readonly stub: Stub;
  /** When a process was killed, frozen or thawed. */
  readonly moments: number[] = [];
  readonly #input: CrewInput;
  #hands: Hand[] = [];
  readonly #coming: Promise<void>[] = [];
  #frozen: Hand | undefined;
  #done: Done = { kills: 0, freezes: 0, databaseCrashes: 0, writesAfterThaw: 0 };

  constructor(havoc: Havoc, stub: Stub, input: CrewInput) {
    this.havoc = havoc;
    this.stub = stub;
    this.#input = input;
  }

  get done(): Done {
    return this.#done;
  }

  async play(storage: Storage): Promise<void> {
    this.#hands = await Promise.all([hire(this.#input), hire(this.#input)]);
    const { kills, people, mails } = this.havoc;
    const each = (people * mails) / (kills + 2);
    for (let turn = 1; turn <= kills && !(await isAllDone(storage)); turn += 1) {
      await this.#writesReach(storage, each * (turn - 1 + Math.random()));
      if (turn === Math.ceil(kills / 3)) await this.#freezeOne();
      if (turn === Math.ceil(kills / 2)) await this.#crashDatabase();
      await this.#killOne();
    }
    while (!(await isAllDone(storage))) await pause(100);
    await this.#thaw();
  }

  async end(): Promise<void> {
    await Promise.all(this.#coming);
    await Promise.all(this.#hands.map(async (hand) => hand.dismiss()));
  }

  async #writesReach(storage: Storage, writes: number): Promise<void> {
    while (this.stub.counts.writes < writes && !(await isAllDone(storage))) await pause(20);
  }

  async #killOne(): Promise<void> {
    const victim = await this.#pick();
    this.moments.push(performance.now());
    await victim.kill();
    this.#done = { ...this.#done, kills: this.#done.kills + 1 };
    this.#replace();
  }

  /** It stays frozen until everything else is done: far beyond its heartbeat. */
  async #freezeOne(): Promise<void> {
    const frozen = await this.#pick();
    this.moments.push(performance.now());
    frozen.freeze();
    this.#frozen = frozen;
    this.#done = { ...this.#done, freezes: this.#done.freezes + 1 };
    this.#replace();
  }

  /** Any of those that are at work; waits until there is one. */
  async #pick(): Promise<Hand> {
    for (;;) {
      const [hand] = this.#hands.splice(Math.floor(Math.random() * this.#hands.length), 1);
      if (hand !== undefined) return hand;
      await pause(20);
    }
  }

  /** Another takes its place as soon as it has started; meanwhile things go on. */
  #replace(): void {
    this.#coming.push(hire(this.#input).then((hand) => void this.#hands.push(hand)));
  }

  async #crashDatabase(): Promise<void> {
    this.moments.push(performance.now());
    await this.havoc.server.crash();
    this.#done = { ...this.#done, databaseCrashes: this.#done.databaseCrashes + 1 };
  }

  async #thaw(): Promise<void> {
    const frozen = this.#frozen;
    if (frozen === undefined) return;
    const before = this.stub.counts.writes;
    frozen.thaw();
    while (!frozen.events.some(({ what }) => what === 'run-fenced' || what === 'run-failed')) await pause(50);
    await frozen.dismiss();
    this.#done = { ...this.#done, writesAfterThaw: this.stub.counts.writes - before };
  }
}
