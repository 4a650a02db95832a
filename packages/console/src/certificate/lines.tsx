import { Text } from '@mantine/core';
import type { Line } from '@lethe/core/readable-certificate';
import type { ReactElement } from 'react';

/** Lines of a certificate: what stands before a value, and the value. */
export function Lines({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const labelled = lines.filter(({ label }) => label !== undefined);
  const said = lines.filter(({ label }) => label === undefined);
  return (
    <>
      {said.map((line) => (
        <Text key={`${line.text} ${line.english ?? ''}`} size="sm">
          <Said line={line} />
        </Text>
      ))}
      {labelled.length === 0 ? null : (
        <dl className="certificate-lines">
          {labelled.map((line, at) => (
            // Kinds come several times, each with its own reason.
            <div key={`${String(at)} ${line.label ?? ''}`}>
              <dt>{line.label}</dt>
              <dd className="words">
                <Said line={line} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Said({ line: { text, english } }: { readonly line: Line }): ReactElement {
  if (english === undefined) return <>{text}</>;
  return (
    <>
      {text}: <q lang="en">{english}</q>
    </>
  );
}
