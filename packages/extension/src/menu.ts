import type { Entry } from './entry.ts';

const OURS = 'data-lethe';
const frames = 'header, nav, [role=banner], [role=navigation]';

/** Menus that stand open and are about what the page shows, not about the site or whoever is signed in. */
export function openMenus(page: Document): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[role=menu]')].filter(
    (menu) => menu.offsetParent !== null && menu.closest(frames) === null && !isOfFrame(page, menu),
  );
}

/** A menu may be drawn anywhere; the button that opened it tells where it belongs. */
function isOfFrame(page: Document, menu: HTMLElement): boolean {
  if (menu.id === '') return false;
  const opener = page.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`);
  return opener !== null && opener.closest(frames) !== null;
}

/**
 * Puts an entry at the end of a menu, as the host's own entries look: it has the element and the classes of the last one. A menu has at
 * most one; without an entry a former one goes.
 */
export function placeIn(menu: HTMLElement, entry: Entry | undefined): void {
  const former = menu.querySelector(`[${OURS}]`);
  if (entry === undefined) {
    former?.remove();
    return;
  }
  const title = textOf(entry);
  if (former?.textContent === title) return;
  former?.remove();
  const item = itemLike(menu);
  item.textContent = title;
  if (entry.because !== undefined) {
    item.setAttribute('aria-disabled', 'true');
    item.title = entry.because;
    item.style.opacity = '0.55';
  }
  item.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (entry.because === undefined) entry.choose();
  });
  item.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') item.click();
  });
  menu.append(item);
}

/** Told in words too: a tooltip is not read to everybody. */
function textOf({ title, because }: Entry): string {
  return because === undefined ? title : `${title} (${because})`;
}

function itemLike(menu: HTMLElement): HTMLElement {
  const last = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')].at(-1);
  const item = menu.ownerDocument.createElement(last?.localName === 'li' ? 'li' : 'div');
  if (last !== undefined) item.className = last.className;
  item.setAttribute('role', 'menuitem');
  item.setAttribute(OURS, '');
  item.tabIndex = -1;
  item.style.cursor = 'pointer';
  return item;
}
