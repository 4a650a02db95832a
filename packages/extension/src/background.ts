import { questionSchema } from './messages.ts';
import type { Answer, Question } from './messages.ts';
import { askServer, consoleFor } from './server.ts';
import { matches, recordAt } from './sites.ts';

chrome.runtime.onInstalled.addListener(({ reason }) => {
  const title = chrome.i18n.getMessage('anonymize');
  chrome.contextMenus.create({ id: 'anonymize', title, contexts: ['page', 'link'], documentUrlPatterns: matches });
  if (reason === 'install') void chrome.runtime.openOptionsPage();
});

chrome.contextMenus.onClicked.addListener(({ linkUrl, pageUrl = '' }) => open([linkUrl ?? pageUrl]));
chrome.action.onClicked.addListener(({ url = '' }) => open([url]));

/** True says that the answer comes later. */
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  const question = questionSchema.safeParse(message);
  if (!question.success) return false;
  void answerTo(question.data).then(answer);
  return true;
});

async function answerTo(question: Question): Promise<Answer | undefined> {
  switch (question.ask) {
    case 'page':
      return askServer(question.address);
    case 'open':
      await open(question.addresses);
      return undefined;
  }
}

/** Leads to the console; what is no page of somebody leads to its search. */
async function open(addresses: readonly string[]): Promise<void> {
  const records = addresses.flatMap((address) =>
    URL.canParse(address) ? (recordAt(address, new URL(address)) ?? []) : [],
  );
  const url = await consoleFor(records);
  if (url === undefined) await chrome.runtime.openOptionsPage();
  else await chrome.tabs.create({ url });
}
