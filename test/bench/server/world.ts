/** Somebody in an invented Redmine. */
export interface InventedPerson {
  readonly name: string;
  readonly login: string;
  readonly address: string;
  readonly issues: number;
}

/** Names of the hosts in the settings. */
export const hosts = ['desk-a', 'desk-b', 'desk-c', 'desk-d', 'desk-e'] as const;

/** Ten people of a host whom somebody reviews. */
export function peopleOf(host: string): readonly InventedPerson[] {
  return Array.from({ length: 10 }, (_, number) => invented(host, `Alma${letter(number)}`, 6));
}

/** Four people of a host whose runs are in progress meanwhile. */
export function bigOnes(host: string): readonly InventedPerson[] {
  return Array.from({ length: 4 }, (_, number) => invented(host, `Berta${letter(number)}`, 250));
}

function invented(host: string, firstName: string, issues: number): InventedPerson {
  const lastName = `Quill${host.slice(-1)}marsh`;
  const login = `${firstName}.${lastName}`.toLowerCase();
  return { name: `${firstName} ${lastName}`, login, address: `${login}@${host}.test`, issues };
}

function letter(number: number): string {
  return 'bcdfghjklm'.charAt(number) + 'ora';
}
