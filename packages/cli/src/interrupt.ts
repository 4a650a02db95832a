/** Ctrl-C: the first one stops between two calls, the second one at once. */
export function watchInterrupts(): () => boolean {
  let asked = 0;
  const ask = (): void => {
    asked += 1;
    if (asked > 1) process.exit(130);
    process.stderr.write('\nStopping after this call. Ctrl-C again stops at once; both can be resumed with lethe resume.\n');
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  return () => asked > 0;
}
