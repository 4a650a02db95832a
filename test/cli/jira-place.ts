import { Seed, admin } from '../../plugins/jira/test/fake/seed.ts';
import { FakeJira } from '../../plugins/jira/test/fake/server.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import type { Ended, Running } from './lethe.ts';

/** The person everybody there has written with. */
export const ada = { name: 'Ada Quellstone', address: 'ada@quellstone.test' } as const;

/** What must never be seen outside the environment. */
export const secrets = [admin.token, admin.bearer];

/** How to sign in with an API token, in the settings. */
export const withToken = `{ email: ${admin.email}, tokenFrom: JIRA_TOKEN }`;

/** An invented Jira with a person in it, and a command line that knows it as `desk`. */
export interface JiraPlace {
  readonly fake: FakeJira;
  readonly place: Place;
  /** The person's account. */
  readonly account: string;
  /** Their requests. */
  readonly issues: readonly number[];
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** All that is stored on the site, as one text. */
  everything(): string;
  /** Settings of the site: what stands under its address. */
  settings(lines: readonly string[], address?: string): string;
  leave(): Promise<void>;
}

/** `lines` are its settings. */
export async function jiraPlace(lines: readonly string[] = [`signIn: ${withToken}`]): Promise<JiraPlace> {
  const seed = new Seed();
  const { account, issues } = fill(seed);
  const fake = await FakeJira.start(seed);
  const place = await placeFor({ JIRA_TOKEN: admin.token, JIRA_BEARER: admin.bearer });
  const settings = (some: readonly string[], address = fake.address): string =>
    ['hosts:', '  desk:', '    kind: jira', `    address: ${address}`, ...some.map((line) => `    ${line}`), ''].join(
      '\n',
    );
  const config = await place.write('jira.yaml', settings(lines));
  return {
    fake,
    place,
    account,
    issues,
    settings,
    run: (...args) => place.run('--config', config, ...args),
    start: (...args) => place.start('--config', config, ...args),
    everything: () => [...fake.dump()].join('\n'),
    leave: async () => {
      await fake.close();
      await place.leave();
    },
  };
}

function fill(seed: Seed): { readonly account: string; readonly issues: readonly number[] } {
  const account = seed.user({ name: ada.name, email: ada.address, organizations: ['Quellstone Prints'] });
  const agent = seed.user({ name: 'Bo Lund', accountType: 'atlassian', email: 'bo.lund@helpdesk.test' });
  const issues = (['Open', 'Resolved', 'Closed'] as const).map((status) => {
    const issue = seed.issue({
      summary: `Printer of ${ada.name}`,
      description: `It does not print. ${ada.name}, ${ada.address}`,
      reporter: account,
      channel: 'email',
      status,
    });
    seed.comment(issue, { by: account, body: `Once more, ${ada.name}` });
    seed.comment(issue, { by: agent, body: `Dear ${ada.name}, is it plugged in?` });
    seed.attachment(issue, { by: account, name: 'photo.png', inside: ada.name });
    return issue;
  });
  return { account, issues };
}
