import { accessFromEnvironment } from './environment.ts';
import { buildWorld } from './world.ts';

/** Fills the Request Tracker named by the environment, and prints the world as JSON; the argument is the seed. */
const world = await buildWorld({ ...accessFromEnvironment(), seed: Number(process.argv[2] ?? '1') });
console.log(JSON.stringify(world, null, 1));
