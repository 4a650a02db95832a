import { answer, comment, mailIn, openTicket, updateTicket } from './stage.ts';
import type { Stage } from './stage.ts';

/** The tickets the target opened or takes part in, by what is special about them. */
export interface HerTickets {
  readonly byMail: number;
  readonly byWeb: number;
  readonly closed: number;
  readonly merged: number;
  readonly watched: number;
}

/** Plays the scenes with the target in them. */
export async function playHerTickets(stage: Stage): Promise<HerTickets> {
  const byMail = await mailWithReplies(stage);
  return {
    byMail,
    byWeb: await openedByHerself(stage),
    closed: await closedLongAgo(stage),
    merged: await mergedInto(stage, byMail),
    watched: await copiedToHer(stage),
  };
}

async function mailWithReplies(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const from = { from: her.address, fromName: `${her.firstName} ${her.lastName}` };
  const id = await mailIn(stage, {
    ...from,
    subject: `Invoice ${words.secret('subject')} for ${her.lastName}`,
    body: `Hello,\nplease correct it. ${words.secret('mailbody')}\n--\n${her.firstName} ${her.lastName}\n${her.phoneSpellings[0] ?? ''}\n${her.secondAddress}`,
    cc: `${cast.colleague.address}, outsider@nowhere.test`,
    attachment: {
      name: `Letter of ${her.firstName} ${her.lastName}.txt`,
      content: `Signed: ${her.spellings[1] ?? ''}, ${words.secret('letter')}`,
    },
  });
  await answer(stage, cast.agent, {
    id,
    text: `<p>Dear ${her.firstName} ${her.lastName}, done. ${words.outgoing('answer')}</p>`,
    type: 'text/html',
  });
  await mailIn(stage, {
    ...from,
    subject: `Re: [helpdesk.test #${String(id)}] Invoice`,
    body: `Thank you! ${words.secret('reply')}\nCall ${her.phoneSpellings[2] ?? ''}\n\nOn Monday Bertold wrote:\n> Dear ${her.spellings[0] ?? ''}`,
  });
  await comment(stage, cast.secondAgent, {
    id,
    text: `Between us: ${her.address.toUpperCase()} pays late. ${words.outgoing('private')}`,
  });
  await updateTicket(stage, cast.agent, { id, change: { Status: 'resolved', TimeWorked: 25 } });
  return id;
}

async function openedByHerself(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), Buffer.from(words.secret('picture'))]);
  const id = await openTicket(stage, her, {
    subject: `${her.lastName}: wrong size`,
    text: `I am ${her.spellings[0] ?? ''}. ${words.secret('webtext')}`,
    files: [
      { name: 'contract.txt', type: 'text/plain', content: `Contract with ${her.spellings[0] ?? ''}` },
      { name: `${her.login}.png`, type: 'image/png', content: picture },
    ],
  });
  const fields = {
    'Callback number': her.phoneSpellings[1],
    Circumstances: `Moved house, see ${words.secret('circumstances')}\n${'The rest is long. '.repeat(30)}`,
  };
  await updateTicket(stage, cast.agent, { id, change: { Subject: 'Wrong size', CustomFields: fields } });
  await updateTicket(stage, cast.agent, {
    id,
    change: {
      CustomFields: { 'Callback number': her.phoneSpellings[4], Circumstances: `Short now. ${words.secret('short')}` },
    },
  });
  await answer(stage, her, { id, text: `My number changed. ${words.secret('webnote')}` });
  const name = `${words.secret('file')}-${her.login}.txt`;
  await answer(stage, cast.agent, {
    id,
    text: `See the file. ${words.outgoing('file')}`,
    files: [{ name, type: 'text/plain', content: 'passport copy' }],
  });
  return id;
}

async function closedLongAgo(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const text = `Long ago. ${words.secret('closedtext')}`;
  const id = await openTicket(stage, cast.target, { subject: 'Old question', text });
  await answer(stage, cast.secondAgent, { id, text: `Answered by phone. ${words.outgoing('closed')}` });
  await updateTicket(stage, cast.secondAgent, {
    id,
    change: { Subject: `Old question of ${cast.target.spellings[1] ?? ''}` },
  });
  await updateTicket(stage, cast.secondAgent, { id, change: { Subject: 'Old question, settled', Status: 'resolved' } });
  return id;
}

async function mergedInto(stage: Stage, other: number): Promise<number> {
  const { words, cast } = stage;
  const her = cast.target;
  const id = await mailIn(stage, {
    ...{ from: her.address, fromName: her.firstName, subject: `Once more ${words.secret('again')}` },
    body: `Did you get my mail? ${words.secret('againbody')}`,
  });
  await updateTicket(stage, cast.agent, { id, change: { MergeInto: String(other) } });
  return id;
}

async function copiedToHer(stage: Stage): Promise<number> {
  const { words, cast } = stage;
  const id = await openTicket(stage, cast.colleague, {
    subject: 'Lift is broken',
    text: `On the third floor. ${words.kept('watched')}`,
  });
  await updateTicket(stage, cast.agent, { id, change: { Cc: [cast.target.address] } });
  await answer(stage, cast.agent, { id, text: `Repaired. ${words.outgoing('copied')}` });
  return id;
}
