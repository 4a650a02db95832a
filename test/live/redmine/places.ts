import { z } from 'zod';
import type { HerIssues } from './her-issues.ts';
import type { OthersIssues } from './others-issues.ts';
import { nothing, numbered } from './rest.ts';
import type { Rest } from './rest.ts';
import type { Stage } from './stage.ts';

const modules = ['issue_tracking', 'time_tracking', 'news', 'documents', 'files', 'wiki', 'boards', 'repository'];

/** Makes the two projects. */
export async function openProjects(rest: Rest): Promise<{ readonly support: number; readonly internal: number }> {
  const open = async (name: string, more: Readonly<Record<string, unknown>>): Promise<number> => {
    const project = { name, identifier: name.toLowerCase(), enabled_module_names: modules, ...more };
    return (await rest.post('/projects.json', { project }, z.object({ project: numbered }))).project.id;
  };
  return {
    support: await open('Support', { is_public: true }),
    internal: await open('Internal', { is_public: false }),
  };
}

/** Writes the target into everything a project has besides issues, as far as REST reaches. */
export async function playPlaces(stage: Stage): Promise<void> {
  await writeWiki(stage);
  await writeNews(stage);
  await nameThings(stage);
  await storeFiles(stage);
}

async function writeWiki(stage: Stage): Promise<void> {
  const { rest, cast, words, support } = stage;
  const her = cast.target;
  const write = async (
    login: string,
    title: string,
    page: { readonly text: string; readonly comments: string },
  ): Promise<void> => {
    await rest.as(login).put(`/projects/${support}/wiki/${encodeURIComponent(title)}.json`, { wiki_page: page });
  };
  const head = `h1. Contacts ${words.kept('wiki')}`;
  await write(cast.agent.login, 'Contacts', {
    text: `${head}\n\n* ${her.spellings[0] ?? ''}, ${her.address}`,
    comments: `adds ${her.lastName}`,
  });
  await write(cast.agent.login, 'Contacts', {
    text: `${head}\n\n* ${her.spellings[1] ?? ''}, ${her.phoneSpellings[1] ?? ''}`,
    comments: 'tidies up',
  });
  await write(cast.secondAgent.login, 'Contacts', {
    text: `${head}\n\n* nobody left`,
    comments: `removes ${her.spellings[0] ?? ''}`,
  });
  await write(cast.agent.login, `Visit of ${her.firstName} ${her.lastName}`, {
    text: `She came by. ${words.kept('visit')}`,
    comments: '',
  });
  await write(cast.secondAgent.login, 'Kitchen', { text: `Wash your cup. ${words.kept('kitchen')}`, comments: '' });
}

async function writeNews(stage: Stage): Promise<void> {
  const { rest, cast, words, support } = stage;
  const send = async (news: unknown): Promise<unknown> =>
    rest.as(cast.agent.login).post(`/projects/${support}/news.json`, { news }, nothing);
  await send({
    title: `${cast.target.spellings[0] ?? ''} wins`,
    summary: `Prize for ${cast.target.lastName}`,
    description: `We congratulate ${cast.target.spellings[0] ?? ''}. ${words.kept('news')}`,
  });
  await send({ title: 'Holidays', description: `Closed in August. ${words.kept('holidays')}` });
}

async function nameThings(stage: Stage): Promise<void> {
  const { rest, cast, support, catalogue } = stage;
  const name = cast.target.spellings[0] ?? '';
  await rest.post(
    `/projects/${support}/issue_categories.json`,
    { issue_category: { name: `VIP ${cast.target.lastName}` } },
    nothing,
  );
  const contact = [{ id: catalogue.field('Release contact'), value: name }];
  await rest.post(
    `/projects/${support}/versions.json`,
    {
      version: {
        name: `For ${cast.target.lastName}`,
        description: `Wishes of ${name}`,
        custom_field_values: { [catalogue.field('Release contact')]: name },
        custom_fields: contact,
      },
    },
    nothing,
  );
  const account = [
    { id: catalogue.field('Account contact'), value: `${name}, ${cast.target.phoneSpellings[0] ?? ''}` },
  ];
  await rest.put(`/projects/${support}.json`, {
    project: { description: `Key customer: ${name}`, custom_fields: account },
  });
}

/** Books hours on issues, with comments that name her. */
export async function bookHours(stage: Stage, issues: HerIssues & OthersIssues): Promise<void> {
  const { cast, catalogue, words } = stage;
  const book = async (login: string, entry: Readonly<Record<string, unknown>>): Promise<void> => {
    const whole = { activity_id: catalogue.activity('Development'), spent_on: '2026-03-02', ...entry };
    await stage.rest.as(login).post('/time_entries.json', { time_entry: whole }, nothing);
  };
  const spoken = [{ id: catalogue.field('Spoken with'), value: cast.target.spellings[1] }];
  await book(cast.agent.login, {
    issue_id: issues.byMail,
    hours: 1.5,
    comments: `Call with ${cast.target.spellings[0] ?? ''}`,
    custom_fields: spoken,
  });
  await book(cast.agent.login, { issue_id: issues.mentions, hours: 0.5, comments: `${cast.target.lastName} again` });
  await book(cast.secondAgent.login, {
    issue_id: issues.unrelated,
    hours: 2,
    comments: `Beans. ${words.kept('beans')}`,
  });
}

/** Equal files are stored once: the colleague's price list shares the file of the target, with the target's name on the disk. */
async function storeFiles(stage: Stage): Promise<void> {
  const { rest, cast, support } = stage;
  for (const [login, filename] of [
    [cast.agent.login, `${cast.target.login.replaceAll(/\d/g, '')}-prices.txt`],
    [cast.secondAgent.login, 'prices.txt'],
  ] as const) {
    const token = await rest.as(login).upload(filename, 'Price list of 2026, the same for everybody\n');
    await rest.as(login).post(`/projects/${support}/files.json`, { file: { token, filename } }, nothing);
  }
}
