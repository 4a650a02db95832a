import { buildWorld } from './world.ts';

/** Fills the Redmine named by the environment and prints the world as JSON: `npm run live:seed -- 7`. */
const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: . /run/lethe-redmine/default/env`);
  return value;
};

const world = await buildWorld({
  url: needed('LETHE_REDMINE_URL'),
  key: needed('LETHE_REDMINE_KEY'),
  mailKey: needed('LETHE_REDMINE_MAIL_KEY'),
  seed: Number(process.argv[2] ?? '1'),
});
console.log(JSON.stringify(world, null, 1));
