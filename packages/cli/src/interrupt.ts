/** Ctrl-C: the first one stops between two calls, the second one at once. */
export function watchInterrupts(tell: (text: string) => void): () => boolean {
  let asked = 0;
  const ask = (): void => {
    asked += 1;
    if (asked > 1) process.exit(130);
    tell('Stopping after this call. Ctrl-C again stops at once; either way lethe resume goes on.');
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  return () => asked > 0;
}
