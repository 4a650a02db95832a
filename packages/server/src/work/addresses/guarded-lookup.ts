import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { mayConnect } from './host-address.ts';

/** All addresses behind a name, as the machine resolves it. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A name leads where it must not. */
class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'ERR_ADDRESS_REFUSED';
}

/**
 * Resolves a name for one connection, which is then made to exactly what was checked: a name that answers differently the next
 * time cannot lead a connection elsewhere. One refused address refuses the name. `own` are names that may lead into our network.
 */
export function guardedLookup(resolve: Resolve, own: ReadonlySet<string>): LookupFunction {
  return (hostname, options, callback) => {
    checked(resolve, hostname, own.has(hostname)).then(
      ([first, ...others]) => {
        if (options.all === true) callback(null, [first, ...others]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new AddressRefused('A name could not be resolved.'), '');
      },
    );
  };
}

async function checked(
  resolve: Resolve,
  hostname: string,
  ownNetwork: boolean,
): Promise<readonly [LookupAddress, ...LookupAddress[]]> {
  const [first, ...others] = await resolve(hostname);
  if (first === undefined) throw new AddressRefused('A name leads nowhere.');
  const refused = [first, ...others].some(({ address }) => !mayConnect(address, { ownNetwork }));
  if (refused) throw new AddressRefused('A name leads into a network that is not allowed.');
  return [first, ...others];
}
