import type { Cast, Character } from '../shared/cast.ts';
import type { Words } from '../shared/words.ts';
import { nothing, numbered } from './rest.ts';
import type { Rest } from './rest.ts';

/** The numbers Request Tracker gave to the people of the world. */
export type Numbers = Readonly<Record<keyof Cast, number>>;

/** Opens an account for everybody in the cast: the agents are privileged, the others write in. */
export async function openAccounts(rest: Rest, cast: Cast, words: Words): Promise<Numbers> {
  const open = async (who: Character, more: Readonly<Record<string, unknown>> = {}): Promise<number> => {
    const user = {
      ...{ Name: who.login, EmailAddress: who.address, RealName: `${who.firstName} ${who.lastName}` },
      ...{ Password: who.password, Privileged: 0, ...more },
    };
    await rest.post('/user', user, nothing); // answers with the name where other things have a number
    return (await rest.get(`/user/${who.login}`, numbered)).id;
  };
  return {
    target: await open(cast.target, cardOf(cast, words)),
    agent: await open(cast.agent, { Privileged: 1 }),
    secondAgent: await open(cast.secondAgent, { Privileged: 1 }),
    colleague: await open(cast.colleague, { Organization: 'Halvorsen Mills' }),
    namesake: await open(cast.namesake),
    desk: await open(cast.desk),
  };
}

function cardOf({ target }: Cast, words: Words): Readonly<Record<string, unknown>> {
  const [written = '', dashed = '', bracketed = '', bare = ''] = target.phoneSpellings;
  return {
    ...{ NickName: target.firstName.slice(0, 16), Organization: 'Halvorsen Mills' },
    ...{ HomePhone: written, WorkPhone: dashed, MobilePhone: target.phoneSpellings[4], PagerPhone: bare },
    ...{
      Address1: `Canal Street 7 ${words.secret('street')}`,
      Address2: `c/o ${target.lastName}`,
      City: 'Brücktown',
      Zip: '10115',
    },
    Comments: `Lives by the canal.\n${words.secret('about')}, ${bracketed}`,
    Signature: `-- \n${target.spellings[0] ?? ''}\n${target.secondAddress}`,
    FreeformContactInfo: `Ask for ${target.spellings[1] ?? ''}. ${words.secret('contact')}`,
    CustomFields: { 'Employee number': words.secret('number'), 'Second phone': target.phoneSpellings[5] },
  };
}
