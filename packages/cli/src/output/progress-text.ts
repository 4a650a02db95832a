import type { Progress } from '@lethe/core';

const words: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading',
  blanking: 'Blanking',
  proving: 'Reading again to prove it',
  closing: 'Closing the account',
  'waiting-for-somebody': 'Waiting for what is done in the host by hand',
};
const WIDTH = 24;

/** Makes texts such as `Blanking ████░░░░ 120 of 300, 40 s left`. Time left is measured from the phase's own pace. */
export function progressText(now: () => number): (progress: Progress) => string {
  let phase: Progress['phase'] | undefined;
  let began = 0;
  return (progress) => {
    if (progress.phase !== phase) {
      phase = progress.phase;
      began = now();
    }
    const { done, of } = progress;
    if (of === undefined || of === 0) return `${words[phase]} ${String(done)}${waiting(progress)}`;
    return `${words[phase]} ${bar(done / of)} ${String(done)} of ${String(of)}${waiting(progress)}${timeLeft(now() - began, done, of)}`;
  };
}

function bar(part: number): string {
  const full = Math.round(part * WIDTH);
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}

function waiting({ waitingUntil }: Progress): string {
  return waitingUntil === undefined ? '' : `, waiting until ${waitingUntil.toISOString().slice(11, 19)} UTC`;
}

function timeLeft(milliseconds: number, done: number, of: number): string {
  if (done === 0 || milliseconds < 1_000) return '';
  const seconds = Math.ceil(((milliseconds / done) * (of - done)) / 1_000);
  return seconds < 90 ? `, ${String(seconds)} s left` : `, ${String(Math.ceil(seconds / 60))} min left`;
}
