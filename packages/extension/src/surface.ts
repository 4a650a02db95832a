import type { Entry } from './entry.ts';

const style = `
  :host { all: initial; }
  .banner, .button { font: 14px/1.4 system-ui, sans-serif; box-sizing: border-box; }
  .banner { position: fixed; inset: 0 0 auto 0; z-index: 2147483646; display: flex; gap: 1rem; align-items: center;
    justify-content: center; flex-wrap: wrap; padding: .5rem 1rem; color: #fff; background: #a8071a; }
  .banner button { font: inherit; font-weight: 600; color: #a8071a; background: #fff; border: 0; border-radius: 4px; padding: .25rem .75rem; }
  .button { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483645; color: #fff; background: #12343b; border: 1px solid #fff;
    border-radius: 999px; padding: .5rem 1rem; box-shadow: 0 2px 8px rgb(0 0 0 / 30%); }
  .button[aria-disabled=true] { background: #5b6b6f; }
  button { cursor: pointer; }
  button:focus-visible { outline: 3px solid #f5a524; outline-offset: 2px; }
`;

/** What is drawn beside the host's own page: a button, and a banner where time is up. */
export interface Drawn {
  readonly button?: Entry;
  readonly banner?: { readonly says: string; readonly entry: Entry };
}

/** A place of our own on the host's page, which its styles do not reach. */
export class Surface {
  readonly #place: HTMLElement;
  readonly #root: ShadowRoot;

  constructor(page: Document) {
    this.#place = page.createElement('lethe-entry');
    this.#root = this.#place.attachShadow({ mode: 'open' });
    page.documentElement.append(this.#place);
  }

  draw({ button, banner }: Drawn): void {
    const look = this.#root.ownerDocument.createElement('style');
    look.textContent = style;
    const parts = [look, ...(banner === undefined ? [] : [this.#banner(banner)])];
    if (button !== undefined) parts.push(this.#button(button, 'button'));
    this.#root.replaceChildren(...parts);
  }

  #banner({ says, entry }: NonNullable<Drawn['banner']>): HTMLElement {
    const banner = this.#root.ownerDocument.createElement('div');
    banner.className = 'banner';
    banner.setAttribute('role', 'alert');
    const words = this.#root.ownerDocument.createElement('span');
    words.textContent = says;
    banner.append(words, this.#button(entry, ''));
    return banner;
  }

  #button({ title, because, choose }: Entry, name: string): HTMLElement {
    const button = this.#root.ownerDocument.createElement('button');
    button.className = name;
    button.textContent = title;
    if (because !== undefined) {
      button.setAttribute('aria-disabled', 'true');
      button.title = because;
      button.setAttribute('aria-label', `${title}: ${because}`);
    }
    button.addEventListener('click', () => {
      if (because === undefined) choose();
    });
    return button;
  }
}
