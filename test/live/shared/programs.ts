import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a program with a text as its input; gives what it printed. Throws with what it complained about when it fails. */
export async function runProgram(command: readonly [string, ...string[]], input = ''): Promise<string> {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  // A program may end before its input is written to it; whether it ended well is said by its code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${err.slice(-2000)}`);
  return out;
}

/** Runs a script inside a host, by the `inside.sh` of that host; the script reads and prints JSON. */
export async function runInside(inside: string, script: string, input: unknown): Promise<unknown> {
  const out = await runProgram([inside, script], JSON.stringify(input));
  return JSON.parse(out.slice(out.indexOf('{')));
}
