import { expect, it } from '@jest/globals';
import { writtenHost } from './written-host.ts';

const kind = {
  kind: 'invented',
  fields: [
    { path: 'address', type: 'text', value: 'https://desk.test' },
    { path: 'signIn.flow', type: 'fixed', value: 'client' },
    { path: 'signIn.clientId', type: 'text' },
    { path: 'signIn.clientSecretFrom', type: 'key' },
  ],
  profiles: [],
} as const;

it('keys go beside the settings, which name a variable for each', () => {
  const typed = { 'signIn.clientId': ' lethe ', 'signIn.clientSecretFrom': 'a secret' };
  expect(writtenHost({ ...kind, fields: [...kind.fields], profiles: [] }, typed)).toEqual({
    kind: 'invented',
    settings: {
      address: 'https://desk.test',
      signIn: { flow: 'client', clientId: 'lethe', clientSecretFrom: 'SIGN_IN_CLIENT_SECRET' },
    },
    keys: { SIGN_IN_CLIENT_SECRET: 'a secret' },
  });
});

it('a key that was not typed is not sent: the server says that it is missing', () => {
  expect(writtenHost({ ...kind, fields: [...kind.fields], profiles: [] }, {}).keys).toEqual({});
});
