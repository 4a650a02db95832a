import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { startChild, type Child } from '../testing/child.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { layoutOf } from './layout.ts';
import { findPostmaster, isAlive, knock, loginOn, type Login } from './postmaster.ts';
import { startOrAttach } from './start-or-attach.ts';

const source = new URL('../testing/embedded-child.ts', import.meta.url);

describe('the embedded server', () => {
  let temporary: TemporaryDirectory;
  let directory = '';
  const start = (): Child => startChild(source, [directory]);

  beforeAll(async () => {
    temporary = await makeTemporaryDirectory();
    directory = temporary.path;
  });
  afterAll(async () => temporary.remove());

  it('is started once by two processes that come at the same time, and both get in', async () => {
    const children = [start(), start()];
    const heard = await Promise.all(children.map((child) => child.hear()));
    const ports = new Set(heard.map((line) => line.split(' ')[1]));
    expect(heard.map((line) => line.split(' ')[0]).sort()).toEqual(['attached', 'started']);
    expect(ports.size).toBe(1);
    for (const child of children) child.say('leave');
    const endings = await Promise.all(children.map((child) => child.hear()));
    expect(endings.sort()).toEqual(['still-used', 'stopped']);
  }, 60_000);

  it('is durable, checks its pages, and listens on this machine only', async () => {
    const embedded = await startOrAttach(directory);
    const ask = async (setting: string): Promise<string> => await show(embedded.login, setting);
    expect(await ask('fsync')).toBe('on');
    expect(await ask('data_checksums')).toBe('on');
    expect(await ask('listen_addresses')).toBe('127.0.0.1');
    expect(await ask('unix_socket_directories')).toBe('');
    expect(await ask('password_encryption')).toBe('scram-sha-256');
    await embedded.leave();
  }, 20_000);

  it('lets nobody in without the password, which only this user can read', async () => {
    const embedded = await startOrAttach(directory);
    const { port } = embedded.login;
    expect(await knock(loginOn(port, 'wrong'))).toBe('refused');
    expect((await stat(layoutOf(directory).password)).mode & 0o777).toBe(0o600);
    await embedded.leave();
  }, 20_000);

  it('outlives a killed process and is attached to by the next', async () => {
    const killed = start();
    const port = (await killed.hear()).split(' ')[1];
    await killed.kill();
    const next = await startOrAttach(directory);
    expect(next.attached).toBe(true);
    expect(`${next.login.port}`).toBe(port);
    expect(await next.leave()).toBe('stopped');
  }, 20_000);

  it('comes back on the same port, with all that was committed, when it was killed together with its process', async () => {
    const killed = start();
    await killed.hear();
    const { port, pid } = (await findPostmaster(layoutOf(directory).cluster))!;
    const login = loginOn(port, await readFile(layoutOf(directory).password, 'utf8'));
    await ask(login, 'create table kept as select 7 as seven');
    process.kill(pid, 'SIGKILL');
    await killed.kill();
    const next = await startOrAttach(directory);
    expect(next.attached).toBe(false);
    expect(next.login.port).toBe(port);
    expect(await ask(next.login, 'select seven::text as answer from kept')).toBe('7');
    await next.leave();
  }, 30_000);

  it('is not stopped while another lethe process or a session of anybody uses it', async () => {
    const [first, second] = [await startOrAttach(directory), await startOrAttach(directory)];
    expect(await first.leave()).toBe('still-used');
    const visitor = new pg.Client({ ...second.login });
    await visitor.connect();
    expect(await second.leave()).toBe('still-used');
    await visitor.end();
    const last = await startOrAttach(directory);
    expect(last.attached).toBe(true);
    expect(await last.leave()).toBe('stopped');
    expect(await knock(last.login)).toBe('closed');
  }, 20_000);

  it('starts although a note names a process that was given the old pid', async () => {
    const { cluster } = layoutOf(directory);
    const note = [`${process.pid}`, cluster, '1', '1', '', '127.0.0.1', '', 'ready'].join('\n');
    await writeFile(join(cluster, 'postmaster.pid'), note);
    expect(await isAlive({ pid: process.pid, port: 1 })).toBe(false);
    const embedded = await startOrAttach(directory);
    expect(embedded.attached).toBe(false);
    await embedded.leave();
  }, 20_000);

  it('says so when the password file is not the one of its server', async () => {
    const embedded = await startOrAttach(directory);
    const { password } = layoutOf(directory);
    const right = await readFile(password, 'utf8');
    await writeFile(password, 'something-else');
    await expect(startOrAttach(directory)).rejects.toMatchObject({ code: 'refused' });
    await writeFile(password, right);
    expect(await embedded.leave()).toBe('stopped');
  }, 20_000);
});

async function show(login: Login, setting: string): Promise<string> {
  return ask(login, `select current_setting('${setting}') as answer`);
}

async function ask(login: Login, sql: string): Promise<string> {
  const client = new pg.Client({ ...login });
  await client.connect();
  const { rows } = await client.query<{ answer: string }>(sql);
  await client.end();
  return rows[0]?.answer ?? '';
}
