import { file, fileSecrets, mail, marked, marker, ticket } from './drafts.ts';
import type { Happening, Occasion } from './drafts.ts';
import { agent, ida, namesake, target } from './people.ts';

const [address = ''] = target.addresses;
const [phone = '', mobile = ''] = target.phones;

/** The target opened a ticket on a web page: her words stay, her name and what she attached go (HD-11). */
export function openedOnWeb(at: Occasion): Happening {
  return {
    dossier: ticket(at, {
      openedBy: target.key,
      title: `Order ${marker(at, 'title')}`,
      description: `Order ${marker(at, 'order')} for ${target.name}, call ${mobile}.`,
      watchers: [target.key],
      files: [file(at, 'uploaded')],
      history: [{ about: 'dossier.description', old: `Order ${marker(at, 'draft')} for ${address}` }],
      messages: [
        mail(at, {
          channel: 'web',
          body: { form: 'plain', text: `Any news of ${marker(at, 'news')}? ${target.name}` },
        }),
      ],
    }),
    secrets: fileSecrets(at, 'uploaded'),
    keepsakes: [marked(at, 'order', 'dossier.description'), marked(at, 'title', 'dossier.title')],
  };
}

/** An agent took a call of the target down: the report stays, her phone and name go (HD-11). */
export function openedByPhone(at: Occasion): Happening {
  return {
    dossier: ticket(at, {
      openedBy: target.key,
      openedVia: 'phone',
      description: `Caller ${target.name} (${phone}) reports ${marker(at, 'report')}.`,
      messages: [
        mail(at, {
          channel: 'note',
          direction: 'internal',
          author: agent.key,
          from: [],
          to: [],
          body: { form: 'plain', text: `Rang back on ${phone}: ${marker(at, 'note')}.` },
        }),
      ],
    }),
    secrets: [],
    keepsakes: [marked(at, 'report', 'dossier.description')],
  };
}

/** The target chatted: a chat is blanked whole. */
export function chatted(at: Occasion): Happening {
  const message = mail(at, {
    channel: 'chat',
    to: [],
    body: { form: 'plain', text: `hi, it is me, ${marker(at, 'line')}` },
  });
  return {
    dossier: ticket(at, { openedBy: target.key, openedVia: 'chat', messages: [message] }),
    secrets: [marked(at, 'line', 'message.body')],
    keepsakes: [],
  };
}

/** Nobody knows how the target opened it: counted as mail. */
export function openedSomehow(at: Occasion): Happening {
  return {
    dossier: ticket(at, {
      openedBy: target.key,
      openedVia: 'unknown',
      title: `Imported ${marker(at, 'title')}`,
      description: `Imported text ${marker(at, 'description')}`,
    }),
    secrets: [marked(at, 'title', 'dossier.title'), marked(at, 'description', 'dossier.description')],
    keepsakes: [],
  };
}

/** A bystander's ticket names the target in its title, text, field, history and the name of a file. */
export function mentioned(at: Occasion): Happening {
  return {
    dossier: ticket(at, {
      title: `Lunch with ${target.name.normalize('NFD')} ${marker(at, 'title')}`,
      description: `Is ${target.name} (${address.toUpperCase()}) in today? ${marker(at, 'question')}`,
      fields: { Contact: `${marker(at, 'contact')} or ${address}` },
      history: [{ about: 'dossier.title', old: `Dinner with ${target.name} ${marker(at, 'dinner')}` }],
      files: [{ ...file(at, 'list'), name: `${target.name} ${marker(at, 'list-name')}.txt` }],
    }),
    secrets: fileSecrets(at, 'list'),
    keepsakes: [
      marked(at, 'title', 'dossier.title'),
      marked(at, 'question', 'dossier.description'),
      marked(at, 'contact', 'dossier.field'),
    ],
  };
}

/** The target only gets mails about a bystander's ticket. */
export function watched(at: Occasion): Happening {
  return {
    dossier: ticket(at, { watchers: [target.key, ida.key], description: `Roof leaks, ${marker(at, 'roof')}` }),
    secrets: [],
    keepsakes: [marked(at, 'roof', 'dossier.description')],
  };
}

/** A ticket the target has nothing to do with. */
export function strangers(at: Occasion): Happening {
  const message = mail(at, {
    author: ida.key,
    from: ida.addresses,
    copies: ['falk.office@falk.test'],
    subject: `Keys ${marker(at, 'subject')}`,
    body: { form: 'plain', text: `I lost my keys. ${marker(at, 'keys')} Ida Falk` },
    files: [file(at, 'key-photo')],
  });
  return {
    dossier: ticket(at, {
      openedVia: 'mail',
      description: `I lost my keys. ${marker(at, 'lost')}`,
      history: [{ about: 'dossier.title', old: `Lock ${marker(at, 'lock')}` }],
      messages: [message],
    }),
    secrets: [],
    keepsakes: [
      marked(at, 'keys', 'message.body'),
      marked(at, 'lost', 'dossier.description'),
      ...fileSecrets(at, 'key-photo'),
    ],
  };
}

/** A ticket of the target's namesake. */
export function ofNamesake(at: Occasion): Happening {
  const message = mail(at, {
    author: namesake.key,
    from: namesake.addresses,
    body: { form: 'plain', text: `My chair squeaks. ${marker(at, 'chair')}` },
  });
  return {
    dossier: ticket(at, { openedBy: namesake.key, openedVia: 'mail', messages: [message] }),
    secrets: [],
    keepsakes: [marked(at, 'chair', 'message.body')],
  };
}
