import { Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';

/** Names and what they stand for. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: string])[];
}): ReactElement {
  return (
    <Stack space="space.050">
      {facts.map(([name, value]) => (
        <Text key={name}>
          <Text as="strong">{`${name}: `}</Text>
          {value}
        </Text>
      ))}
    </Stack>
  );
}
