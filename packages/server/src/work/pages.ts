import { chosenBy, dueNow, HostError, shownAt } from '@lethe/core';
import type { Actor, Dossier, Due, Host, HostErrorCode, LeftOut, PageAddress, Person, ShownOnPage } from '@lethe/core';
import type { Desks } from './desk.ts';
import { lookingDesk } from './looking.ts';
import { shownPerson } from './shown-person.ts';
import type { ShownPerson } from './shown-person.ts';

/** Whom a page of a host shows. */
export interface PersonOnPage {
  readonly person: ShownPerson;
  /** The one case the page shows, where the host shows cases. */
  readonly dossier?: Dossier;
  /** As far as the page's case, or what the host tells of all of them at once, tells; a review asks again and closer. */
  readonly standing: 'ready' | LeftOut;
  readonly due: readonly Due[];
}

/** What one host says of a page. */
export interface PageAnswer {
  readonly host: string;
  readonly found?: PersonOnPage;
  readonly failed?: { readonly code: HostErrorCode; readonly says: string };
}

/** Asks every host whose page an address is of; there may be two accounts of one vendor. Throws `Refusal` without the right. */
export async function shownOnPage(desks: Desks, actor: Actor, address: PageAddress): Promise<readonly PageAnswer[]> {
  const hosts = await desks.hosts.withPages();
  const shown = hosts.flatMap(({ name, pages }) => {
    const what = shownAt(pages, address);
    return what === undefined ? [] : [{ name, what }];
  });
  return Promise.all(shown.map(async ({ name, what }) => answerOf(desks, actor, { name, what })));
}

interface Asked {
  readonly name: string;
  readonly what: ShownOnPage;
}

async function answerOf(desks: Desks, actor: Actor, { name, what }: Asked): Promise<PageAnswer> {
  try {
    const { desk, masked } = await lookingDesk(desks, actor, name);
    const found = await resolved(desk.host, what);
    if (found === undefined) return { host: name };
    const { dossier } = found;
    const person = dossier === undefined ? found.person : { ...found.person, cases: [dossier] };
    const choice = { kinds: [person.kind], olderThan: 'all' } as const;
    const standing = chosenBy(choice, person, desk.clock.now());
    return {
      host: name,
      found: {
        person: shownPerson(name, person, { masked }),
        ...(dossier === undefined ? {} : { dossier }),
        standing: standing === undefined || standing === 'chosen' ? 'ready' : standing,
        due: dueNow(person, {}, desk.clock.now()),
      },
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { host: name, failed: { code: error.code, says: error.message } };
  }
}

interface Resolved {
  readonly person: Person;
  readonly dossier?: Dossier;
}

async function resolved(host: Host, what: ShownOnPage): Promise<Resolved | undefined> {
  const dossier = 'dossier' in what ? await dossierIn(host, what.dossier) : undefined;
  const id = 'person' in what ? what.person : dossier?.subject;
  if (id === undefined) return undefined;
  for await (const person of host.findPeople({ by: 'id', person: id }))
    return { person, ...(dossier === undefined ? {} : { dossier }) };
  return undefined;
}

/** A case as its listing states it. */
async function dossierIn(host: Host, id: Dossier['id']): Promise<Dossier | undefined> {
  for await (const { of } of host.spots([{ by: 'dossier', dossier: id }]))
    if (of.type === 'dossier' && of.id === id) return of;
  return undefined;
}
