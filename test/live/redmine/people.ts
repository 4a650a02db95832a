import { z } from 'zod';
import type { Cast, Character } from '../shared/cast.ts';
import { nothing, numbered } from './rest.ts';
import type { Rest } from './rest.ts';
import type { Words } from '../shared/words.ts';

/** The numbers Redmine gave to the people of the world. */
export type Numbers = Readonly<Record<keyof Cast, number>>;

/** The fields and roles of this Redmine, by name. */
export interface Catalogue {
  field(name: string): number;
  role(name: string): number;
  tracker(name: string): number;
  status(name: string): number;
  activity(name: string): number;
}

const named = z.object({ id: z.number(), name: z.string() });

/** Looks up the numbers of fields, roles, trackers, statuses and activities. */
export async function readCatalogue(rest: Rest): Promise<Catalogue> {
  const list = async (path: string, key: string): Promise<(name: string) => number> => {
    const entries = (await rest.get(path, z.looseObject({ [key]: z.array(named) })))[key];
    const byName = new Map(
      z
        .array(named)
        .parse(entries)
        .map(({ id, name }) => [name, id]),
    );
    return (name) => {
      const id = byName.get(name);
      if (id === undefined) throw new Error(`seeding: this Redmine has no ${name} in ${path}: run settings.rb`);
      return id;
    };
  };
  return {
    field: await list('/custom_fields.json', 'custom_fields'),
    role: await list('/roles.json', 'roles'),
    tracker: await list('/trackers.json', 'trackers'),
    status: await list('/issue_statuses.json', 'issue_statuses'),
    activity: await list('/enumerations/time_entry_activities.json', 'time_entry_activities'),
  };
}

/** Opens an account for everybody in the cast. */
export async function openAccounts(
  rest: Rest,
  cast: Cast,
  setting: { catalogue: Catalogue; words: Words },
): Promise<Numbers> {
  const open = async (who: Character, fields: unknown = []): Promise<number> => {
    const user = {
      ...{
        login: who.login,
        firstname: who.firstName,
        lastname: who.lastName,
        mail: who.address,
        password: who.password,
      },
      mail_notification: 'all',
      custom_fields: fields,
    };
    return (await rest.post('/users.json', { user }, z.object({ user: numbered }))).user.id;
  };
  return {
    target: await open(cast.target, fieldsOf(cast, setting)),
    agent: await open(cast.agent),
    secondAgent: await open(cast.secondAgent),
    colleague: await open(cast.colleague),
    namesake: await open(cast.namesake),
    desk: await open(cast.desk),
  };
}

function fieldsOf(cast: Cast, { catalogue, words }: { catalogue: Catalogue; words: Words }): unknown {
  const [written = '', , , mobile = ''] = cast.target.phoneSpellings;
  return [
    { id: catalogue.field('Phone'), value: written },
    { id: catalogue.field('Mobile'), value: mobile },
    { id: catalogue.field('Company'), value: 'Halvorsen Mills' },
    { id: catalogue.field('About'), value: `Lives by the canal.\n${words.secret('about')}` },
    { id: catalogue.field('Website'), value: `https://${cast.target.login}.test/${words.secret('site')}` },
  ];
}

/** Puts people into a group and into the projects. */
export async function giveRoles(
  rest: Rest,
  numbers: Numbers,
  setting: { catalogue: Catalogue; projects: readonly number[] },
): Promise<number> {
  const group = { name: 'Customers of the north', user_ids: [numbers.target, numbers.colleague] };
  const made = await rest.post('/groups.json', { group }, z.object({ group: numbered }));
  for (const project of setting.projects) {
    for (const [who, role] of [
      [numbers.target, 'Reporter'],
      [numbers.colleague, 'Reporter'],
      [numbers.namesake, 'Reporter'],
      [numbers.desk, 'Reporter'],
      [numbers.agent, 'Manager'],
      [numbers.secondAgent, 'Developer'],
    ] as const) {
      const membership = { user_id: who, role_ids: [setting.catalogue.role(role)] };
      await rest.post(`/projects/${project}/memberships.json`, { membership }, nothing);
    }
  }
  return made.group.id;
}
