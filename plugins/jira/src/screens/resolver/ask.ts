import { invoke } from '@forge/bridge';
import type { Answer, FunctionName, Payload, Refusal, Values } from '../../forge/protocol.ts';

/** Asks the app's functions. Never rejects: what did not work is a refusal. */
export type Ask = <Name extends FunctionName>(name: Name, payload: Payload<Name>) => Promise<Answer<Values[Name]>>;

/** No answer came, or none that is one: Forge is down, the function took too long, the connection broke. */
export const noAnswer: Refusal = {
  ok: false,
  code: 'down',
  says: 'The app did not answer.',
  remedy: 'Check the connection, then try again.',
};

/** Asks through Forge's bridge. */
export async function askResolver<Name extends FunctionName>(
  name: Name,
  payload: Payload<Name>,
): Promise<Answer<Values[Name]>> {
  try {
    const answer: unknown = await invoke(name, payload);
    return isAnswer<Values[Name]>(answer) ? answer : noAnswer;
  } catch {
    return noAnswer;
  }
}

function isAnswer<Value>(told: unknown): told is Answer<Value> {
  if (typeof told !== 'object' || told === null || !('ok' in told)) return false;
  return told.ok === true ? 'value' in told : 'code' in told;
}
