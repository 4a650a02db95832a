import { answerSchema } from './messages.ts';
import type { Answer, Question } from './messages.ts';

/** Asks the background, which alone may talk to the server. It is not there while the extension is being updated. */
export async function ask(address: string): Promise<Answer> {
  const question: Question = { ask: 'page', address };
  const answer = answerSchema.safeParse(await chrome.runtime.sendMessage(question).catch(() => undefined));
  return answer.success ? answer.data : { state: 'unreachable' };
}

/** Leads to the console in a new tab. */
export async function open(addresses: readonly string[]): Promise<void> {
  const question: Question = { ask: 'open', addresses: [...addresses] };
  await chrome.runtime.sendMessage(question);
}
