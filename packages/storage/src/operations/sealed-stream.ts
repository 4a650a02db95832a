import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

import type { SealingKey } from '../secrets/sealing-key.ts';
import { damaged } from './backup-format.ts';

/** Plain bytes in one sealed frame. */
const FRAME = 64 * 1024;
const TAG = 16;

/**
 * The key of one backup: made of the sealing key and the backup's own salt, so that no two backups share one and their frames
 * can be counted instead of drawing nonces.
 */
export function backupKey({ bytes }: SealingKey, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, salt, 'lethe backup', 32));
}

/**
 * Seals a stream frame by frame (AES-256-GCM). The nonce counts the frames and says which is the last, so that frames can be
 * neither left out, reordered nor cut off at the end.
 */
export async function* sealFrames(plain: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of framesOf(plain, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/**
 * Opens what `sealFrames` sealed.
 * @throws StorageError `conflict` when anything of it was changed or is missing.
 */
export async function* openFrames(sealed: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of framesOf(sealed, FRAME + TAG)) {
    yield opened(bytes, key, nonce(number, last));
    number += 1;
  }
}

function opened(frame: Buffer, key: Buffer, nonceOfFrame: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOfFrame, { authTagLength: TAG });
    decipher.setAuthTag(frame.subarray(-TAG));
    return Buffer.concat([decipher.update(frame.subarray(0, -TAG)), decipher.final()]);
  } catch (error) {
    throw damaged(error);
  }
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

interface Frame {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** The same bytes in frames of that length; the last one is marked, and may be shorter or empty. */
async function* framesOf(stream: AsyncIterable<Buffer>, length: number): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const some of stream) {
    rest = Buffer.concat([rest, some]);
    while (rest.length > length) {
      yield { bytes: rest.subarray(0, length), last: false };
      rest = rest.subarray(length);
    }
  }
  yield { bytes: rest, last: true };
}
