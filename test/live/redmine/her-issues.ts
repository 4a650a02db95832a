import { z } from 'zod';
import { pipeMail, postMail } from './mails.ts';
import { nothing, numbered } from './rest.ts';
import { latestIssue, openIssue, updateIssue } from './stage.ts';
import type { Stage } from './stage.ts';

/** The issues the target opened or takes part in, by what is special about them. */
export interface HerIssues {
  readonly byMail: number;
  readonly bySecondMail: number;
  readonly byWeb: number;
  readonly closed: number;
  readonly assigned: number;
  readonly watched: number;
}

/** Plays the scenes with the target in them. */
export async function playHerIssues(stage: Stage): Promise<HerIssues> {
  return {
    byMail: await mailWithReplies(stage),
    bySecondMail: await mailFromSecondAddress(stage),
    byWeb: await webFormWithHistory(stage),
    closed: await closedLongAgo(stage),
    assigned: await assignedToHer(stage),
    watched: await watchedByHer(stage),
  };
}

async function mailWithReplies(stage: Stage): Promise<number> {
  const { words, cast, door } = stage;
  const her = cast.target;
  const from = { from: her.address, fromName: `${her.firstName} ${her.lastName}` };
  await postMail(door, {
    ...from,
    subject: `Invoice ${words.secret('subject')} for ${her.lastName}`,
    body: `Hello,\nplease correct it. ${words.secret('mailbody')}\n--\n${her.firstName} ${her.lastName}\n${her.phoneSpellings[0] ?? ''}\n${her.secondAddress}`,
    cc: `${cast.colleague.address}, outsider@nowhere.test`,
    attachment: {
      name: `Letter of ${her.firstName} ${her.lastName}.txt`,
      content: `Signed: ${her.spellings[1] ?? ''}, ${words.secret('letter')}`,
    },
  });
  const id = await latestIssue(stage);
  await updateIssue(stage, cast.agent, {
    id,
    issue: {
      notes: `Dear ${her.firstName} ${her.lastName}, done. ${words.outgoing('answer')}`,
      status_id: stage.catalogue.status('Resolved'),
    },
  });
  await postMail(door, {
    ...from,
    subject: `Re: [Support - Support #${id}] Invoice`,
    body: `Thank you! ${words.secret('reply')}\nCall ${her.phoneSpellings[2] ?? ''}\n\nOn Monday Bertold wrote:\n> Dear ${her.spellings[0] ?? ''}`,
  });
  await updateIssue(stage, cast.secondAgent, {
    id,
    issue: {
      notes: `Between us: ${her.address.toUpperCase()} pays late. ${words.outgoing('private')}`,
      private_notes: true,
    },
  });
  return id;
}

async function mailFromSecondAddress(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  await pipeMail(stage.door, {
    ...{
      from: cast.target.secondAddress,
      fromName: cast.target.firstName,
      subject: `From home ${words.secret('home')}`,
    },
    body: `It is me again.\n${words.secret('homebody')}\n${cast.target.spellings[2] ?? ''}`,
  });
  return latestIssue(stage);
}

async function webFormWithHistory(stage: Stage): Promise<number> {
  const { words, cast, rest, catalogue } = stage;
  const her = cast.target;
  const token = await rest.as(her.login).upload('contract.txt', `Contract with ${her.spellings[0] ?? ''}`);
  const fields = [
    { id: catalogue.field('Callback number'), value: her.phoneSpellings[1] },
    { id: catalogue.field('Requester'), value: String(stage.numbers.target) },
    { id: catalogue.field('Circumstances'), value: `Moved house, see ${words.secret('circumstances')}` },
  ];
  const uploads = [{ token, filename: 'contract.txt', content_type: 'text/plain', description: `of ${her.lastName}` }];
  const first = {
    subject: `${her.lastName}: wrong size`,
    description: `I am ${her.spellings[0] ?? ''}. ${words.secret('webtext')}`,
  };
  const id = await openIssue(stage, her, { ...first, custom_fields: fields, uploads });
  await updateIssue(stage, cast.agent, {
    id,
    issue: { subject: 'Wrong size', description: `Shorter. ${words.secret('edited')}` },
  });
  await updateIssue(stage, cast.agent, {
    id,
    issue: { custom_fields: [{ id: fields[0]?.id, value: her.phoneSpellings[4] }], notes: '' },
  });
  await updateIssue(stage, her, { id, issue: { notes: `My number changed. ${words.secret('webnote')}` } });
  await attachAndDelete(stage, id);
  return id;
}

/** A file that was added with a note and deleted again: its name stays in the history. */
async function attachAndDelete(stage: Stage, id: number): Promise<void> {
  const name = `${stage.words.secret('file')}-${stage.cast.target.login}.txt`;
  const token = await stage.rest.as(stage.cast.agent.login).upload(name, 'passport copy');
  await updateIssue(stage, stage.cast.agent, {
    id,
    issue: { notes: `See the file. ${stage.words.outgoing('file')}`, uploads: [{ token, filename: name }] },
  });
  const files = z.object({ issue: z.object({ attachments: z.array(numbered) }) });
  const { issue } = await stage.rest.get(`/issues/${id}.json?include=attachments`, files);
  const last = issue.attachments.at(-1)?.id ?? 0;
  await stage.rest.as(stage.cast.agent.login).remove(`/attachments/${last}.json`);
}

async function closedLongAgo(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const id = await openIssue(stage, cast.target, {
    subject: 'Old question',
    description: `Long ago. ${words.secret('closedtext')}`,
  });
  await updateIssue(stage, cast.secondAgent, {
    id,
    issue: { notes: `Answered by phone. ${words.outgoing('closed')}`, status_id: stage.catalogue.status('Closed') },
  });
  await updateIssue(stage, cast.secondAgent, {
    id,
    issue: { subject: `Old question of ${cast.target.spellings[1] ?? ''}` },
  });
  await updateIssue(stage, cast.secondAgent, { id, issue: { subject: 'Old question, settled' } });
  return id;
}

async function assignedToHer(stage: Stage): Promise<number> {
  const { words, cast, numbers } = stage;
  const text = `For ${cast.target.spellings[0] ?? ''} to look at. ${words.kept('assigned')}`;
  const id = await openIssue(stage, cast.agent, { subject: 'Survey of customers', description: text });
  await updateIssue(stage, cast.agent, { id, issue: { assigned_to_id: numbers.target } });
  return id;
}

async function watchedByHer(stage: Stage): Promise<number> {
  const { words, cast, numbers, rest } = stage;
  const id = await openIssue(stage, cast.colleague, {
    subject: 'Lift is broken',
    description: `On the third floor. ${words.kept('watched')}`,
  });
  await rest.post(`/issues/${id}/watchers.json`, { user_id: numbers.target }, nothing);
  await updateIssue(stage, cast.agent, { id, issue: { notes: `Repaired. ${words.outgoing('watched')}` } });
  return id;
}
