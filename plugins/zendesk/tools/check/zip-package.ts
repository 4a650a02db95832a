import { unzipSync } from 'fflate';
import type { AppPackage } from './app-package.ts';

/** In an entry of a zip's own directory: where lengths and attributes stand, and how long its fixed part is. */
const entry = { nameLength: 28, extraLength: 30, commentLength: 32, attributes: 38, fixed: 46 };
const end = { signature: 0x06054b50, count: 10, offset: 16 };
const [kindOfFile, link] = [0xf000, 0xa000];

/** Reads an uploaded zip; throws if it is none. */
export function packageInZip(zip: Uint8Array): AppPackage {
  const files = new Map(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')));
  return { files, links: linksIn(Buffer.from(zip)) };
}

/** Which entries the zip's directory marks as symbolic links. */
function linksIn(zip: Buffer): string[] {
  const links: string[] = [];
  const directory = zip.lastIndexOf(signatureOf(end.signature));
  let at = zip.readUInt32LE(directory + end.offset);
  for (let left = zip.readUInt16LE(directory + end.count); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + entry.nameLength);
    const name = zip.toString('utf8', at + entry.fixed, at + entry.fixed + nameLength);
    const mode = zip.readUInt32LE(at + entry.attributes) >>> 16;
    if ((mode & kindOfFile) === link) links.push(name);
    at +=
      entry.fixed + nameLength + zip.readUInt16LE(at + entry.extraLength) + zip.readUInt16LE(at + entry.commentLength);
  }
  return links;
}

function signatureOf(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
