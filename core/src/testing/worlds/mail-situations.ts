import { file, fileSecrets, mail, marked, marker, ticket } from './drafts.ts';
import type { Happening, Occasion } from './drafts.ts';
import { agent, desk, ida, longer, target } from './people.ts';

const [address = '', secondAddress = ''] = target.addresses;

/** The target opened a ticket by mail, others in copy: all of it is a mail, the ticket's description too (HD-11, HD-14). */
export function openedByMail(at: Occasion): Happening {
  const text = `My printer is ${marker(at, 'description')}. Regards, ${target.name}`;
  const message = mail(at, {
    subject: `Broken ${marker(at, 'subject')}`,
    body: { form: 'plain', text: `${text} ${marker(at, 'body')}` },
    copies: [`${marker(at, 'friend')}@falk.test`, address, ...ida.addresses],
    files: [file(at, 'mailed')],
  });
  return {
    dossier: ticket(at, {
      openedBy: target.key,
      openedVia: 'mail',
      title: `Broken ${marker(at, 'title')}`,
      description: text,
      fields: { Contact: `${target.name}, ${address}`, Room: marker(at, 'room') },
      watchers: [target.key, ida.key],
      history: [{ about: 'dossier.title', old: `Defective ${marker(at, 'old-title')}` }],
      messages: [message],
    }),
    secrets: [
      marked(at, 'description', 'dossier.description'),
      marked(at, 'title', 'dossier.title'),
      marked(at, 'old-title', 'dossier.history'),
      marked(at, 'subject', 'message.subject'),
      marked(at, 'body', 'message.body'),
      marked(at, 'friend', 'message.copies'),
      ...fileSecrets(at, 'mailed'),
    ],
    keepsakes: [marked(at, 'room', 'dossier.field')],
  };
}

/** An agent answered the target by mail, to her second address, with a file (HD-12). */
export function mailedTo(at: Occasion): Happening {
  const message = mail(at, {
    direction: 'outgoing',
    author: agent.key,
    from: agent.addresses,
    to: [secondAddress.toUpperCase()],
    subject: `Answer ${marker(at, 'subject')}`,
    body: { form: 'plain', text: `Turn it off and on. ${marker(at, 'body')}` },
    files: [file(at, 'answered')],
  });
  return {
    dossier: ticket(at, { messages: [message] }),
    secrets: [
      marked(at, 'subject', 'message.subject'),
      marked(at, 'body', 'message.body'),
      ...fileSecrets(at, 'answered'),
    ],
    keepsakes: [],
  };
}

/** A bystander wrote a mail with the target in copy: the list goes as a whole (HD-07, HD-14). */
export function copied(at: Occasion): Happening {
  const message = mail(at, {
    author: ida.key,
    from: ida.addresses,
    copies: [address, `${marker(at, 'third')}@falk.test`],
    body: { form: 'plain', text: `Please see to it. ${marker(at, 'body')}` },
  });
  return {
    dossier: ticket(at, { openedVia: 'mail', messages: [message] }),
    secrets: [marked(at, 'body', 'message.body'), marked(at, 'third', 'message.copies')],
    keepsakes: [],
  };
}

/** The target was invited by a mail (HD-07). */
export function attended(at: Occasion): Happening {
  const message = mail(at, {
    author: agent.key,
    direction: 'outgoing',
    from: agent.addresses,
    to: ida.addresses,
    attendees: [...ida.addresses, address],
    body: { form: 'plain', text: `Meeting about ${marker(at, 'body')}` },
  });
  return {
    dossier: ticket(at, { messages: [message] }),
    secrets: [marked(at, 'body', 'message.body')],
    keepsakes: [],
  };
}

/** The host itself mailed a bystander about the target's address, written in one of several ways (HD-13). */
export function systemMail(at: Occasion): Happening {
  const writings = [address, address.toUpperCase(), `<${address}>`, address.replace('@', '=40'), `mailto:${address}`];
  const message = mail(at, {
    author: 'system',
    direction: 'outgoing',
    from: ['noreply@helpdesk.test'],
    to: ida.addresses,
    subject: `Notice ${marker(at, 'subject')}`,
    body: {
      form: 'plain',
      text: `New reply from ${writings[at.flavour % writings.length] ?? address} in ${marker(at, 'body')}`,
    },
  });
  return {
    dossier: ticket(at, { messages: [message] }),
    secrets: [marked(at, 'subject', 'message.subject'), marked(at, 'body', 'message.body')],
    keepsakes: [],
  };
}

/** The host mailed a bystander about an address that only ends in the target's (HD-13). */
export function nearMiss(at: Occasion): Happening {
  const text = `New reply from ${longer.addresses[0] ?? ''} in ${marker(at, 'body')}`;
  const message = mail(at, {
    author: 'system',
    direction: 'outgoing',
    from: ['noreply@helpdesk.test'],
    to: ida.addresses,
    body: { form: 'plain', text },
  });
  return {
    dossier: ticket(at, { messages: [message] }),
    secrets: [],
    keepsakes: [marked(at, 'body', 'message.body')],
  };
}

/** A bystander's mail quotes one of the target: the bystander's words stay, her name and address go. */
export function quoted(at: Occasion): Happening {
  const quote = `> From: ${target.name} <${address}>\n> Phone ${target.phones[0] ?? ''}\n>> Hello`;
  const message = mail(at, {
    author: ida.key,
    from: ida.addresses,
    body: { form: 'plain', text: `See below, ${marker(at, 'reply')}.\n\n${quote}\n` },
  });
  return {
    dossier: ticket(at, { openedVia: 'mail', messages: [message] }),
    secrets: [],
    keepsakes: [marked(at, 'reply', 'message.body')],
  };
}

/** Somebody wrote from a shared mailbox and signed with the target's name. */
export function sharedMailbox(at: Occasion): Happening {
  const message = mail(at, {
    author: desk.key,
    from: desk.addresses,
    body: { form: 'plain', text: `The lift is stuck, ${marker(at, 'lift')}. ${target.name}` },
  });
  return {
    dossier: ticket(at, { openedBy: desk.key, openedVia: 'mail', messages: [message] }),
    secrets: [],
    keepsakes: [marked(at, 'lift', 'message.body')],
  };
}
