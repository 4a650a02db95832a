import { ask, open } from './asking.ts';
import { saidOf } from './entry.ts';
import type { Entry, Said } from './entry.ts';
import { openMenus, placeIn } from './menu.ts';
import { selectionIn } from './selection.ts';
import { recordAt } from './sites.ts';
import { Surface } from './surface.ts';

function say(name: string, value = ''): string {
  return chrome.i18n.getMessage(name, [value]);
}

/** Draws on one tab of a host, whatever it comes to show: these hosts change pages without loading any. */
class Tab {
  readonly #surface = new Surface(document);
  #record: string | undefined;
  #said: Said | undefined;

  /** Looks at where the page is now, and at what has come up on it. */
  look(): void {
    const record = recordAt(location.href, location);
    if (record !== this.#record) void this.#show(record);
    for (const menu of openMenus(document)) placeIn(menu, this.#entryFor());
  }

  async #show(record: string | undefined): Promise<void> {
    this.#record = record;
    this.#said = undefined;
    this.#surface.draw({});
    if (record === undefined) return;
    const said = saidOf(await ask(record));
    // Somebody may have gone on meanwhile.
    if (record !== this.#record) return;
    this.#said = said;
    const entry = this.#entryFor();
    if (entry === undefined) return;
    const banner = said.banner === undefined ? {} : { banner: { says: say(said.banner), entry } };
    this.#surface.draw({ button: entry, ...banner });
    this.look();
  }

  /** Of a record's page its own; of a list's what is selected in it. */
  #entryFor(): Entry | undefined {
    const record = this.#record;
    if (record === undefined) return selectedEntry();
    if (this.#said?.isThere !== true) return undefined;
    const { because } = this.#said;
    const title = say('anonymize');
    const choose = (): void => void open([record]);
    return because === undefined ? { title, choose } : { title, choose, because: say(because) };
  }
}

function selectedEntry(): Entry | undefined {
  const { records, unread } = selectionIn(document, location);
  if (records.length === 0 && unread === 0) return undefined;
  // Where a row could not be read nobody is left out silently: the console's own search is opened instead.
  const isWhole = unread === 0;
  const title = isWhole ? say('anonymizeSome', String(records.length)) : say('anonymizeSearch');
  return { title, choose: () => void open(isWhole ? records : []) };
}

/** Pages change often: they are looked at once a frame. */
class Soon {
  #isDue = false;

  /** Does it in the next frame, once for however many asked. */
  do(work: () => void): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      work();
    });
  }
}

const tab = new Tab();
const soon = new Soon();
function lookSoon(): void {
  soon.do(() => {
    tab.look();
  });
}
new MutationObserver(lookSoon).observe(document, {
  ...{ childList: true, subtree: true, attributes: true },
  attributeFilter: ['aria-checked', 'aria-expanded', 'hidden', 'style', 'class'],
});
addEventListener('popstate', lookSoon);
document.addEventListener('change', lookSoon, true);
tab.look();
