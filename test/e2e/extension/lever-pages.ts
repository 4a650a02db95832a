/**
 * Pages that stand for Lever's, made up: what its real ones look like inside cannot be known here. They have what the extension goes
 * by, which is roles, links and addresses, and change without being loaded, as an application of one page does.
 */
export interface Row {
  readonly name: string;
  /** The opportunity; a row without one cannot be read. */
  readonly opportunity?: string;
}

const head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Synthetic</title></head><body>';

/** A menu that a button opens, and one of the site that belongs to whoever is signed in. */
const menus = `
<script>
  for (const button of document.querySelectorAll('button[aria-controls]'))
    button.addEventListener('click', () => {
      const menu = document.getElementById(button.getAttribute('aria-controls'));
      menu.hidden = !menu.hidden;
      button.setAttribute('aria-expanded', String(!menu.hidden));
    });
</script>`;

const menu = (id: string, label: string, items: readonly string[]): string =>
  `<button aria-controls="${id}" aria-expanded="false" aria-label="${label}">…</button>
   <ul id="${id}" role="menu" hidden>${items.map((item) => `<li role="menuitem" class="item">${item}</li>`).join('')}</ul>`;

const site = `<header>${menu('account', 'Your account', ['Settings', 'Sign out'])}</header>`;

/** The page of an opportunity, with its ellipsis menu and a link that goes on without loading. */
export function opportunityPage(next?: string): string {
  const on =
    next === undefined
      ? ''
      : `<button id="next">Next</button>
    <script>document.getElementById('next').addEventListener('click', () => {
      history.pushState(null, '', '/candidates/${next}');
      document.querySelector('main').append('next');
    });</script>`;
  return `${head}${site}<main><h1>Somebody</h1>${menu('more', 'More actions', ['Archive', 'Share'])}${on}</main>${menus}</body></html>`;
}

/** A list with ticks, and the menu for what is ticked. */
export function listPage(rows: readonly Row[]): string {
  const lines = rows.map(({ name, opportunity }) => {
    const shown = opportunity === undefined ? name : `<a href="/candidates/${opportunity}?from=list">${name}</a>`;
    return `<tr><td><input type="checkbox" aria-label="${name}"></td><td>${shown}</td></tr>`;
  });
  return `${head}${site}<main><table><thead><tr><th><input type="checkbox" aria-label="All"></th><th>Name</th></tr></thead>
    <tbody>${lines.join('')}</tbody></table>${menu('bulk', 'Bulk actions', ['Archive', 'Add tag'])}</main>${menus}</body></html>`;
}
