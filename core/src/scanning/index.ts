/** Finding many people in texts at once. */
export { scannerFor } from './scanner-for.ts';
export type { PersonFinding, Scanner, ScannerOptions, Sought } from './scanner.ts';
