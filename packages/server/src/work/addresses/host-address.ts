import ipaddr from 'ipaddr.js';

/** Which addresses a host may have. */
export interface AllowedAddresses {
  /** Where the vendor's hosts are: `*.acme.test` is any name right below it. */
  readonly domains: readonly string[];
  /** Origins an administrator allows exactly; these may be private and plain http. */
  readonly origins: readonly string[];
}

/** What is wrong with an address; the codes are what an administrator is told. */
export type AddressFault = 'no-address' | 'user' | 'scheme' | 'port' | 'number' | 'rest' | 'domain';

/** Why a host must not be asked at this address, if so. Its text is judged as a client of it would read it. */
export function addressFault(text: string, { domains, origins }: AllowedAddresses): AddressFault | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:\/\//i.test(text)) return 'no-address';
  if (url.username !== '' || url.password !== '') return 'user';
  if (url.search !== '' || url.hash !== '' || /[\s\\]/.test(text)) return 'rest';
  if (origins.includes(url.origin)) return undefined;
  if (url.protocol !== 'https:') return 'scheme';
  if (url.port !== '') return 'port';
  if (isNumber(url.hostname)) return 'number';
  return domains.some((pattern) => isWithin(url.hostname, pattern)) ? undefined : 'domain';
}

function isNumber(hostname: string): boolean {
  return hostname.startsWith('[') || ipaddr.isValid(hostname);
}

function isWithin(hostname: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return hostname === pattern;
  const above = pattern.slice(1);
  return hostname.endsWith(above) && /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(hostname.slice(0, -above.length));
}

/** Ranges an administrator's own machines are in. */
const own: readonly string[] = ['private', 'uniqueLocal', 'loopback', 'carrierGradeNat'];
/** Where clouds tell machines their secrets; never a host. */
const metadata: readonly string[] = ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '192.0.0.192'];

/** Whether a connection to this address may be made: to public ones, and with `ownNetwork` to the installation's own. */
export function mayConnect(address: string, { ownNetwork }: { readonly ownNetwork: boolean }): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (metadata.some((one) => ipaddr.parse(one).toNormalizedString() === parsed.toNormalizedString())) return false;
  return isPublic(parsed) || (ownNetwork && own.includes(parsed.range()));
}

/** The library counts what it does not know as public: IPv4 written into IPv6, and what is set apart for measuring. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6) return address.match(ipaddr.IPv6.parse('2000::'), 3);
  return !address.match(ipaddr.IPv4.parse('198.18.0.0'), 15);
}
