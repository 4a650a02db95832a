/**
 * What `lethe` ends with. Scripts rely on these: a number never changes its meaning.
 * The table in the README is checked against this one by a test.
 */
export const exitCodes = {
  ok: { code: 0, means: 'done, with everything the plan announced' },
  bug: { code: 1, means: 'a fault in lethe itself' },
  usage: { code: 2, means: 'the command line is not understood' },
  'nobody-found': { code: 3, means: 'nobody goes by that address, number, login or name; nothing was done' },
  'several-found': { code: 4, means: 'several accounts do; they are listed, nothing was done' },
  obstacle: { code: 5, means: 'a guard or a missing right stands in the way; nothing was done' },
  unconfirmed: {
    code: 6,
    means: 'the confirmation is wrong or outdated, or more has come up since the review; nothing was done',
  },
  stopped: { code: 7, means: 'the run stopped before its end; `lethe resume` goes on' },
  configuration: { code: 8, means: 'the settings or the rules file are wrong' },
  host: { code: 9, means: 'the host cannot be reached or does not accept the key' },
  storage: { code: 10, means: 'the database or the disk does not do its work' },
  'not-clean': { code: 11, means: 'checked, and something is not as it should be' },
  waiting: { code: 12, means: 'the run waits for what somebody has to do in the host by hand; `lethe resume` goes on' },
  interrupted: { code: 130, means: 'interrupted by Ctrl-C between two calls; `lethe resume` goes on' },
} as const;

/** A way for `lethe` to end. */
export type ExitName = keyof typeof exitCodes;
