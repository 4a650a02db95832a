/** Somebody in an invented Redmine. */
export interface InventedPerson {
  readonly name: string;
  readonly login: string;
  readonly address: string;
  readonly issues: number;
}

/** How long is measured, in seconds. */
export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);

/** What an answer of a host takes, in milliseconds: one that reads, and one that writes. */
export const delays = { reading: 40, writing: 300 } as const;

/** Names of the hosts in the settings. */
export const hosts = ['desk-a', 'desk-b', 'desk-c', 'desk-d', 'desk-e'] as const;

/** Runs of a host that are in progress meanwhile. */
export const RUNS_AT_HOST = 4;

/** Ten people of a host who are reviewed again and again. */
export function peopleOf(host: string): readonly InventedPerson[] {
  return Array.from({ length: 10 }, (_, number) => invented(host, `Alma${letter(number)}`, 6));
}

/** Ten people of a host who are reviewed once and whose runs are approved while it is measured. */
export function leaving(host: string): readonly InventedPerson[] {
  return Array.from({ length: 10 }, (_, number) => invented(host, `Carla${letter(number)}`, 6));
}

/** People whose runs are in progress meanwhile: an issue takes its run two writes, so they last beyond the end of it. */
export function bigOnes(host: string): readonly InventedPerson[] {
  const lasting = Math.ceil(((SECONDS + 60) * 1000) / (2 * delays.writing + 2 * delays.reading));
  return Array.from({ length: RUNS_AT_HOST }, (_, number) => invented(host, `Berta${letter(number)}`, lasting));
}

function invented(host: string, firstName: string, issues: number): InventedPerson {
  const lastName = `Quill${host.slice(-1)}marsh`;
  const login = `${firstName}.${lastName}`.toLowerCase();
  return { name: `${firstName} ${lastName}`, login, address: `${login}@${host}.test`, issues };
}

function letter(number: number): string {
  return 'bcdfghjklm'.charAt(number) + 'ora';
}
