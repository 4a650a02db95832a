import type { Situation } from './drafts.ts';
import * as mails from './mail-situations.ts';
import * as others from './other-situations.ts';
import { administrator, agent, desk, ida, lookalikes, secretsOf, target } from './people.ts';
import type { Secret, World, WorldPerson } from './world.ts';

/** All that can happen, except with people who look like the target. */
export const situations: readonly Situation[] = [
  mails.openedByMail,
  mails.mailedTo,
  mails.copied,
  mails.attended,
  mails.systemMail,
  mails.quoted,
  mails.sharedMailbox,
  others.openedOnWeb,
  others.openedByPhone,
  others.chatted,
  others.openedSomehow,
  others.mentioned,
  others.watched,
  others.strangers,
];

/** What happens with people who look like the target. */
export const mistakableSituations: readonly Situation[] = [mails.nearMiss, others.ofNamesake];

/** A world in which each situation happens once. */
export function smallWorld(): World {
  return worldWith(situations);
}

/** The small world, and in it a namesake and a bystander whose address ends in the target's. */
export function mistakableWorld(): World {
  return worldWith([...situations, ...mistakableSituations], lookalikes);
}

/** A world of any size: each number picks a situation and its flavour. Equal numbers make equal worlds. */
export function generatedWorld(picks: readonly number[]): World {
  const at = (pick: number): Situation => situations[pick % situations.length] ?? others.strangers;
  return worldWith(
    picks.map(at),
    [],
    picks.map((pick) => Math.floor(pick / situations.length)),
  );
}

/** A world in which these things happen and nothing else; people who look like the target only live in it if asked for. */
export function worldWith(
  happenings: readonly Situation[],
  alike: readonly WorldPerson[] = [],
  flavours: readonly number[] = happenings.map((_, at) => at),
): World {
  const happened = happenings.map((situation, at) => situation({ number: at + 1, flavour: flavours[at] ?? 0 }));
  const isShared = ({ text }: Secret): boolean =>
    alike.some(({ name, addresses }) => [name, ...addresses].some((theirs) => theirs.includes(text)));
  const all = [...secretsOf(target), ...happened.flatMap((one) => one.secrets)];
  const people = [ida, desk, agent, administrator, ...alike];
  return {
    target,
    others: people,
    dossiers: happened.map((one) => one.dossier),
    secrets: all.filter((secret) => !isShared(secret)),
    keepsakes: [
      { label: 'parcels', text: 'thimble-parcels', in: ['person.field'] },
      ...people.flatMap(keptOf),
      ...happened.flatMap((one) => one.keepsakes),
    ],
  };
}

function keptOf({ key, name, addresses }: WorldPerson): readonly Secret[] {
  return [
    { label: `name of ${key}`, text: name, in: ['person.name'] },
    ...addresses.map((text): Secret => ({ label: `address of ${key}`, text, in: ['person.email'] })),
  ];
}
