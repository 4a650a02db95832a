import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { installationOf, readSettings } from '@lethe/settings';
import { logTo, serverApp } from '@lethe/server';
import { openStorage } from '@lethe/storage';
import { makeTestDatabase } from '@lethe/storage/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';

// The description of the server's API, as it publishes it: `npm run --silent openapi:server > openapi.json`.
const database = await makeTestDatabase();
const store = await openStorage({ databaseUrl: database.url, env: { LETHE_KEY: randomBytes(32).toString('base64') } });
const settings = await readSettings({ config: undefined, rules: undefined });
const clock = { now: () => new Date(), wait: () => Promise.resolve() };
const app = await serverApp({
  ...{ settings, store, queue: store.queue, clock, secrets: () => undefined },
  installation: installationOf(settings, { env: {}, clock }),
  random: (bytes) => randomBytes(bytes),
  uuid: () => randomUUID(),
  log: logTo(new Writable({ write: (_chunk, _encoding, done) => done() }), 'fatal'),
});
const description = app.swagger();
const { valid, errors } = await new Validator().validate(
  z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(description))),
);
await app.close();
await store.close();
await database.remove();
if (valid) process.stdout.write(`${JSON.stringify(description, null, 2)}\n`);
else {
  process.stderr.write(`${JSON.stringify(errors, null, 2)}\n`);
  process.exitCode = 1;
}
