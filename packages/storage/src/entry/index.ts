export type { EntrySecrets, HostEntries, HostEntry, NewSecret } from './host-entries.ts';
