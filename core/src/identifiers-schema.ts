import { z } from 'zod';

const texts = z.array(z.string()).readonly();

/** Identifiers as a store unseals them: a `PlainIdentifiers`, and nothing besides. */
export const plainIdentifiersSchema = z.strictObject({
  addresses: texts.exactOptional(),
  phones: texts.exactOptional(),
  logins: texts.exactOptional(),
  externalIds: texts.exactOptional(),
  postalAddresses: texts.exactOptional(),
  names: texts.exactOptional(),
});
