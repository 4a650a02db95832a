import { originIn, patternFor, serverOrigin } from './server.ts';

document.documentElement.lang = chrome.i18n.getUILanguage();
for (const place of document.querySelectorAll<HTMLElement>('[data-word]'))
  place.textContent = chrome.i18n.getMessage(place.dataset['word'] ?? '');

const form = document.querySelector('form');
const field = document.querySelector('input');
const status = document.querySelector('[role=status]');
if (form === null || field === null || status === null) throw new Error('The page is not whole.');

field.value = (await serverOrigin()) ?? '';
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void save(field.value).then((word) => (status.textContent = chrome.i18n.getMessage(word)));
});

/** A browser asks whether the extension may talk to that server; it may talk to no other. */
async function save(address: string): Promise<string> {
  const origin = originIn(address);
  if (origin === undefined) return 'addressWrong';
  const allowed = await chrome.permissions.request({ origins: [patternFor(origin)] });
  if (!allowed) return 'notAllowed';
  await chrome.storage.sync.set({ server: origin });
  return 'saved';
}
