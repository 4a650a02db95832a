import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes to a stream and waits until there is room for more. Throws when the stream is closed instead: nobody reads any more. */
export async function writeTo(stream: Writable, some: string): Promise<void> {
  if (stream.destroyed) throw closed(stream);
  if (stream.write(some)) return;
  const leaving = new AbortController();
  const { signal } = leaving;
  const gone = once(stream, 'close', { signal }).then(() => {
    throw closed(stream);
  });
  try {
    await Promise.race([once(stream, 'drain', { signal }), gone]);
  } finally {
    leaving.abort();
  }
}

function closed({ errored }: Writable): Error {
  return errored ?? new TypeError('The stream was closed.');
}
