import type { Host, PersonId } from '@lethe/core';
import { but, generatedWorld, memoryGround, virtualClock } from '@lethe/core/testing';
import type { MemoryGround, World } from '@lethe/core/testing';
import { DeskInMemory } from './desk-in-memory.ts';
import type { DeskInput } from './desk-in-memory.ts';

/** A small invented help desk with a door before each of its writes. */
export class StandIn {
  readonly world: World;
  readonly clock = virtualClock();
  readonly ground: MemoryGround;
  /** The ground's host, with `beforeWrite` in front of each write. */
  readonly host: Host;
  /** Called before each write with its number, from 1: a test may do something there, throw, or never let it through. */
  beforeWrite: (write: number) => Promise<void> | void = () => undefined;

  constructor(world: World = generatedWorld([0, 7])) {
    this.world = world;
    this.ground = memoryGround(world, { clock: this.clock });
    this.host = but(this.ground.host, {
      apply: async (group) => {
        await this.beforeWrite(this.ground.calls().writes + 1);
        return this.ground.host.apply(group);
      },
    });
  }

  /** Whom it is about. */
  get person(): PersonId {
    return this.ground.target;
  }

  /** A desk at this host. */
  desk(input: Partial<DeskInput> = {}): DeskInMemory {
    return new DeskInMemory({ host: this.host, clock: this.clock, ...input });
  }
}
