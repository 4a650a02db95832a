import { answer, comment, mailIn, openTicket, updateTicket } from './stage.ts';
import type { Stage } from './stage.ts';

/** The tickets of everybody else. */
export interface OthersTickets {
  /** Mentions the target in every spelling. */
  readonly mentions: number;
  /** Came by mail from the shared mailbox and quotes the target. */
  readonly byDesk: number;
  /** The namesake's; nothing in it is the target's. */
  readonly namesakes: number;
  /** Two people talk about something else altogether. */
  readonly unrelated: number;
}

/** Plays the scenes without her. */
export async function playOthersTickets(stage: Stage): Promise<OthersTickets> {
  return {
    mentions: await mentionsOnly(stage),
    byDesk: await quotedByDesk(stage),
    namesakes: await ofNamesake(stage),
    unrelated: await unrelated(stage),
  };
}

async function mentionsOnly(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const before = `Meeting notes ${words.kept('before')}:`;
  const after = `The weather was fine. ${words.kept('after')}`;
  const all = [before, ...her.spellings, her.address.toUpperCase(), her.secondAddress, ...her.phoneSpellings, after];
  const id = await openTicket(stage, cast.secondAgent, {
    subject: `About ${her.spellings[0] ?? ''} and the invoice`,
    queue: 'Internal',
    text: all.join('\n'),
  });
  await comment(stage, cast.agent, {
    id,
    text: `Asked ${her.spellings[1] ?? ''} by ${her.thirdAddress}. ${words.kept('internalnote')}`,
  });
  const name = `visit-of-${her.login.replaceAll(/\d/g, '')}.txt`;
  await comment(stage, cast.agent, {
    id,
    text: `See ${words.kept('visit')}`,
    files: [{ name, type: 'text/plain', content: `Visit of ${her.spellings[0] ?? ''}` }],
  });
  await updateTicket(stage, cast.agent, {
    id,
    change: {
      CustomFields: { Circumstances: `Told by ${her.spellings[3] ?? ''}. ${words.kept('told')}` },
    },
  });
  return id;
}

async function quotedByDesk(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const quote = `> From: ${her.firstName} ${her.lastName} <${her.address}>\n> My number is ${her.phoneSpellings[3] ?? ''}`;
  return mailIn(stage, {
    ...{ from: cast.desk.address, fromName: 'Front Desk', subject: `Fw: a parcel ${words.kept('parcel')}` },
    body: `Somebody left this here. ${words.kept('desk')}\n\n${quote}`,
  });
}

async function ofNamesake(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const who = cast.namesake;
  const id = await openTicket(stage, who, {
    subject: `${who.firstName} ${who.lastName} asks for a key`,
    text: `Write to ${who.address}. ${words.kept('namesake')}`,
  });
  await answer(stage, cast.agent, { id, text: `Dear ${who.firstName}, it is here. ${words.kept('namesakenote')}` });
  return id;
}

async function unrelated(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const text = `Empty again. ${words.kept('coffee')}`;
  const id = await openTicket(stage, cast.colleague, { subject: 'Coffee machine', text });
  await comment(stage, cast.secondAgent, { id, text: `Ordered. ${words.kept('ordered')}` });
  await updateTicket(stage, cast.secondAgent, { id, change: { Priority: 50, Status: 'open' } });
  return id;
}
