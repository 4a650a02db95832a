import type { App, AppPackage } from './app-package.ts';
import type { Complaint } from './complaint-keys.ts';

const refused = new Set([
  ...['rar', 'zip', 'gz', 'gzip', 'bz', 'bz2', '7z', 'jar', 'bin', 'csh', 'sh', 'avi', 'mp3', 'mpeg'],
  ...['pdf', 'doc', 'docx', 'odt', 'ppt', 'pptx', 'xls', 'xlsx'],
]);
/** How files begin that stay what they are under another name: zip and office, rar, 7z, gzip, bzip2, pdf, old office. */
const beginnings = ['504b0304', '526172211a', '377abcaf271c', '1f8b', '425a68', '255044462d', 'd0cf11e0a1b11ae1'];
const pngBeginning = '89504e470d0a1a0a';

function beginsWith(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;
}

/** No archive, office file, sound or program is in a package, whatever it is called. */
export function* fileTypes({ files }: App): Iterable<Complaint> {
  for (const [about, bytes] of files) {
    const ending = about.slice(about.lastIndexOf('.') + 1).toLowerCase();
    if (refused.has(ending) || beginnings.some((hex) => beginsWith(bytes, hex)))
      yield { key: 'unsupported_mime_type_detected', about };
  }
}

/** No file is a symbolic link. */
export function* symbolicLinks({ links }: AppPackage): Iterable<Complaint> {
  for (const about of links) yield { key: 'symlink_in_zip', about };
}

/** Width and height of a PNG; nothing if it is none. */
function sizeOfPng(bytes: Uint8Array): string | undefined {
  if (!beginsWith(bytes, pngBeginning) || bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}

/** A banner is a PNG of 830x200 or twice that. */
export function* banner({ files }: App): Iterable<Complaint> {
  const bytes = files.get('assets/banner.png');
  if (bytes === undefined) return;
  const size = sizeOfPng(bytes);
  if (size === undefined) yield { key: 'banner.invalid_format', about: 'assets/banner.png' };
  else if (!['830x200', '1660x400'].includes(size)) yield { key: 'banner.invalid_size', about: size };
}

/** Both logos are there, square and of their size. */
export function* logos({ files }: App): Iterable<Complaint> {
  const wanted = [
    ['assets/logo.png', '320x320'],
    ['assets/logo-small.png', '128x128'],
  ] as const;
  for (const [about, size] of wanted) {
    const bytes = files.get(about);
    if (bytes === undefined) yield { key: 'missing_asset', about };
    else if (sizeOfPng(bytes) !== size) yield { key: 'invalid_logo_size', about };
  }
}

/** A place with an icon of its own has that icon. */
export function* icons({ files, manifest }: App): Iterable<Complaint> {
  const text = JSON.stringify(manifest['location'] ?? {});
  for (const place of ['nav_bar', 'top_bar', 'ticket_editor']) {
    const about = `assets/icon_${place}.svg`;
    if (text.includes(`"${place}"`) && !files.has(about)) yield { key: 'missing_asset', about };
  }
}
