// Invented Redmines in a process of their own, each behind a port that answers late. Says their addresses, then serves until it is ended.
import { createServer, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Seed } from '../../../plugins/redmine/test/fake/seed.ts';
import { FakeServer } from '../../../plugins/redmine/test/fake/server.ts';
import { bigOnes, delays, hosts, leaving, peopleOf } from './world.ts';

const addresses: string[] = [];
for (const host of hosts) addresses.push(await late((await FakeServer.start(filled(host).redmine, false)).address));
process.send?.(JSON.stringify(addresses));
process.once('disconnect', () => process.exit());

/** Some people with a few tickets, whom somebody reviews, and some with many, whose runs take their time. */
function filled(host: string): Seed {
  const seed = new Seed();
  for (const person of [...peopleOf(host), ...leaving(host), ...bigOnes(host)]) {
    const [firstname, lastname] = person.name.split(' ');
    const by = seed.user({
      ...{ login: person.login, firstname: firstname ?? '', lastname: lastname ?? '', role: 'Reporter' },
      addresses: [person.address],
    });
    for (let issue = 0; issue < person.issues; issue += 1) {
      const number = seed.issue({
        by,
        subject: `Printer of ${person.name}`,
        description: `Write to ${person.address}.`,
      });
      seed.note(number, by, { notes: `Yours, ${person.name}` });
    }
  }
  return seed;
}

/** Every answer comes late, as over a network and from a machine with other work to do. */
async function late(address: string): Promise<string> {
  const { hostname: host, port } = new URL(address);
  const server = createServer((incoming, answer) => {
    const { url: path, method = 'GET', headers } = incoming;
    void pause(method === 'GET' ? delays.reading : delays.writing).then(() => {
      const onward = request({ host, port, path, method, headers, agent: false }, (back) => {
        answer.writeHead(back.statusCode ?? 500, back.headers);
        back.pipe(answer);
      });
      incoming.pipe(onward);
      onward.on('error', () => answer.destroy());
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new RangeError('It listens on a port.');
  return `http://127.0.0.1:${String(bound.port)}`;
}
