import { spawn } from 'node:child_process';

const commands: Readonly<Partial<Record<NodeJS.Platform, readonly [string, readonly string[]]>>> = {
  darwin: ['open', []],
  win32: ['cmd', ['/c', 'start', '']],
};

/** Opens an address of ours in the browser of whoever sits here; where that cannot be, the address stands on the terminal. */
export function openBrowser(address: string): void {
  const [command, before] = commands[process.platform] ?? ['xdg-open', []];
  const opening = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  opening.once('error', () => undefined);
  opening.unref();
}
