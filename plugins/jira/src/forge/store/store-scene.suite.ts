import { randomBytes, randomUUID } from 'node:crypto';
import { virtualClock } from '@lethe/core/testing';
import type { VirtualClock } from '@lethe/core/testing';
import { startForgeRig } from '../../../test/forge-rig/forge-rig.ts';
import type { ForgeRig, RigOptions } from '../../../test/forge-rig/forge-rig.ts';
import { storageEntities } from './entities.ts';
import { ForgeStore } from './forge-store.ts';
import { readableStorage } from './readable-storage.suite.ts';

const INVOCATION = 900_000;

/** An installation of the app with its storage, whose queries are always behind. */
export class StoreScene {
  readonly rig: ForgeRig;
  readonly clock: VirtualClock;
  readonly #key = randomBytes(32);

  private constructor(rig: ForgeRig, clock: VirtualClock) {
    this.rig = rig;
    this.clock = clock;
  }

  static async open(options: RigOptions = {}): Promise<StoreScene> {
    const clock = virtualClock();
    const rig = await startForgeRig('http://127.0.0.1:1', { entities: storageEntities, clock, ...options });
    rig.kvs.lagQueries(true);
    return new StoreScene(rig, clock);
  }

  /** The store of another invocation. */
  store(): ForgeStore {
    const end = this.clock.now().getTime() + INVOCATION;
    return new ForgeStore({
      clock: this.clock,
      uuid: randomUUID,
      seal: { key: this.#key, random: randomBytes },
      livesUntil: () => new Date(end),
    });
  }

  /** Whether anything sealed is there for a plan. */
  hasSecrets(plan: string): boolean {
    return this.rig.kvs.dump().some(({ key }) => key === `sealed:${plan}`);
  }

  /** Keys of all that is stored. */
  keys(): readonly string[] {
    return this.rig.kvs.dump().map(({ key }) => key);
  }

  /** Everything somebody who holds the storage can read, what is packed unpacked. */
  readable(): string {
    return readableStorage(this.rig.kvs.dump());
  }
}
