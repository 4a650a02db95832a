import type { App } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';
import { isObject, objectOf, textOf, type JsonObject } from './json-shape.ts';

const sidebars = ['ticket_sidebar', 'new_ticket_sidebar', 'user_sidebar', 'organization_sidebar'];
const known: Readonly<Record<string, readonly string[]>> = {
  support: [
    ...sidebars,
    ...['top_bar', 'nav_bar', 'system_top_bar', 'background', 'modal', 'ticket_editor', 'ticket_module'],
    'custom_object_record_sidebar',
  ],
  chat: ['chat_sidebar', 'background'],
  sell: [
    ...['deal_card', 'person_card', 'company_card', 'lead_card', 'modal', 'top_bar', 'background'],
    ...['dashboard', 'note_editor', 'call_log_editor', 'email_editor', 'visit_editor'],
  ],
};

interface Place {
  readonly product: string;
  readonly name: string;
  readonly options: JsonObject;
}

/** Every place an app is shown at, whether it is given by its address alone or with options. */
function placesOf({ manifest }: App): readonly Place[] {
  return Object.entries(objectOf(manifest['location'])).flatMap(([product, places]) =>
    Object.entries(objectOf(places)).map(([name, given]) => ({
      product,
      name,
      options: isObject(given) ? given : { url: given },
    })),
  );
}

/** Places are given as product, place and address: lists of names belong to the first framework. */
export function* placesHaveAddresses({ manifest }: App): Iterable<Complaint> {
  const location = manifest['location'];
  if (location === undefined) return;
  if (!isObject(location)) yield { key: 'locations_must_be_urls', about: 'location' };
  for (const [product, places] of Object.entries(objectOf(location)))
    if (!isObject(places)) yield { key: 'locations_must_be_urls', about: product };
}

/** Products and their places are ones Zendesk knows. */
export function* knownPlaces(app: App): Iterable<Complaint> {
  for (const about of Object.keys(objectOf(app.manifest['location'])))
    if (known[about] === undefined) yield { key: 'invalid_host', about };
  for (const { product, name } of placesOf(app))
    if (known[product]?.includes(name) === false) yield { key: 'invalid_location', about: `${product}.${name}` };
}

/** An address is https, on this machine, a file of the package, or made from a setting. */
export function* placeAddresses(app: App): Iterable<Complaint> {
  for (const { name, options } of placesOf(app)) {
    const url = textOf(options['url']);
    if (url === '') {
      if (options['autoLoad'] !== false) yield { key: 'blank_location_uri', about: name };
    } else if (!isReachable(url, app)) yield { key: 'invalid_location_uri', about: `${name}: ${url}` };
  }
}

function isReachable(url: string, { files }: App): boolean {
  if (url.includes('{{setting.')) return true;
  if (!URL.canParse(url)) {
    const path = url.replace(/[?#].*$/u, '');
    return path.startsWith('assets/') && files.has(path);
  }
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost';
}

/** Whether a place may grow is said with a boolean. */
export function* flexiblePlaces(app: App): Iterable<Complaint> {
  for (const { name, options } of placesOf(app))
    if (options['flexible'] !== undefined && typeof options['flexible'] !== 'boolean')
      yield { key: 'invalid_location_flexible_type', about: name };
}
