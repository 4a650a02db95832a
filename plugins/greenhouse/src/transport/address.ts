import { apiAddress } from '@lethe/http';

/** An address as it is used; see `apiAddress`. Throws `RuleError` for one a key must not be sent to. */
export function safeAddress(address: string): string {
  return apiAddress(address, 'https://harvest.greenhouse.io');
}
