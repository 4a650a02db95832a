import { postMail } from './mails.ts';
import { latestIssue, openIssue, updateIssue } from './stage.ts';
import type { Stage } from './stage.ts';

/** The issues of everybody else. */
export interface OthersIssues {
  /** Mentions the target in every spelling. */
  readonly mentions: number;
  /** Came by mail from the shared mailbox and quotes the target. */
  readonly byDesk: number;
  /** Names the target in a field of people. */
  readonly named: number;
  /** The namesake's; nothing in it is the target's. */
  readonly namesakes: number;
  /** Two people talk about something else altogether. */
  readonly unrelated: number;
}

/** Plays the scenes without her. */
export async function playOthersIssues(stage: Stage): Promise<OthersIssues> {
  return {
    mentions: await mentionsOnly(stage),
    byDesk: await quotedByDesk(stage),
    named: await namedInField(stage),
    namesakes: await ofNamesake(stage),
    unrelated: await unrelated(stage),
  };
}

async function mentionsOnly(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const before = `Meeting notes ${words.kept('before')}:`;
  const after = `The weather was fine. ${words.kept('after')}`;
  const id = await openIssue(stage, cast.secondAgent, {
    ...{ project_id: stage.internal, subject: `About ${her.spellings[0] ?? ''} and the invoice` },
    description: [
      before,
      ...her.spellings,
      her.address.toUpperCase(),
      her.secondAddress,
      ...her.phoneSpellings,
      after,
    ].join('\n'),
  });
  await updateIssue(stage, cast.agent, {
    id,
    issue: { notes: `Asked ${her.spellings[1] ?? ''} by ${her.thirdAddress}. ${words.kept('internalnote')}` },
  });
  const name = `visit-of-${her.login.replaceAll(/\d/g, '')}.txt`;
  const token = await stage.rest.as(cast.agent.login).upload(name, `Visit of ${her.spellings[0] ?? ''}`);
  await updateIssue(stage, cast.agent, {
    id,
    issue: { uploads: [{ token, filename: name, description: `Visit of ${her.spellings[3] ?? ''}` }] },
  });
  return id;
}

async function quotedByDesk(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const quote = `> From: ${her.firstName} ${her.lastName} <${her.address}>\n> My number is ${her.phoneSpellings[3] ?? ''}`;
  await postMail(stage.door, {
    ...{ from: cast.desk.address, fromName: 'Front Desk', subject: `Fw: a parcel ${words.kept('parcel')}` },
    body: `Somebody left this here. ${words.kept('desk')}\n\n${quote}`,
    cc: her.address,
  });
  return latestIssue(stage);
}

async function namedInField(stage: Stage): Promise<number> {
  const { catalogue, numbers, words, cast } = stage;
  const involved = { id: catalogue.field('Involved'), value: [String(numbers.target), String(numbers.colleague)] };
  const description = `Yearly check. ${words.kept('named')}`;
  return openIssue(stage, cast.secondAgent, { subject: 'Yearly check', description, custom_fields: [involved] });
}

async function ofNamesake(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const who = cast.namesake;
  const id = await openIssue(stage, who, {
    subject: `${who.firstName} ${who.lastName} asks for a key`,
    description: `Write to ${who.address}. ${words.kept('namesake')}`,
  });
  await updateIssue(stage, cast.agent, {
    id,
    issue: { notes: `Dear ${who.firstName}, it is here. ${words.kept('namesakenote')}` },
  });
  return id;
}

async function unrelated(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const id = await openIssue(stage, cast.colleague, {
    subject: 'Coffee machine',
    description: `Empty again. ${words.kept('coffee')}`,
  });
  await updateIssue(stage, cast.secondAgent, {
    id,
    issue: { notes: `Ordered. ${words.kept('ordered')}`, done_ratio: 50 },
  });
  return id;
}
