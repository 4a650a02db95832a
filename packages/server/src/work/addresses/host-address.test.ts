import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressFault, mayConnect } from './host-address.ts';

const allowed = { domains: ['*.desk.test', 'api.desk.test'], origins: ['http://10.0.0.5:3000'] };

describe('addresses of hosts', () => {
  it.each([
    'https://acme.desk.test',
    'https://api.desk.test/v1',
    'https://a-1.desk.test/',
    'http://10.0.0.5:3000/redmine',
  ])('S8 takes %s', (address) => {
    expect(addressFault(address, allowed)).toBeUndefined();
  });

  it.each([
    ['http://acme.desk.test', 'scheme'],
    ['https://acme.desk.test:8443', 'port'],
    ['https://acme.desk.test@evil.test', 'user'],
    ['https://user:secret@acme.desk.test', 'user'],
    ['https://acme.desk.test:pw@127.0.0.1', 'user'],
    ['https://evil.test', 'domain'],
    ['https://desk.test', 'domain'],
    ['https://evildesk.test', 'domain'],
    ['https://acme.desk.test.evil.test', 'domain'],
    ['https://a.b.desk.test', 'domain'],
    ['https://acme.desk.test.', 'domain'],
    ['https://evil.test#.desk.test', 'rest'],
    ['https://evil.test?.desk.test', 'rest'],
    ['https://evil.test\\.desk.test', 'rest'],
    ['https://acme.desk.test\n.evil.test', 'rest'],
    ['https://127.0.0.1', 'number'],
    ['https://127.1', 'number'],
    ['https://0x7f000001', 'number'],
    ['https://2130706433', 'number'],
    ['https://0177.0.0.1', 'number'],
    ['https://[::1]', 'number'],
    ['https://[::ffff:127.0.0.1]', 'number'],
    ['https://169.254.169.254/latest/meta-data', 'number'],
    ['https://①②⑦.⓪.⓪.①', 'number'],
    ['http://10.0.0.5:3001', 'scheme'],
    ['http://10.0.0.5.evil.test:3000', 'scheme'],
    ['file:///etc/passwd', 'no-address'],
    ['gopher://acme.desk.test', 'no-address'],
    ['//acme.desk.test', 'no-address'],
    ['acme.desk.test', 'no-address'],
    ['https:acme.desk.test', 'no-address'],
    ['javascript:https://acme.desk.test', 'no-address'],
  ])('S8 refuses %s', (address, fault) => {
    expect(addressFault(address, allowed)).toBe(fault);
  });

  it('S8 lets no text lead elsewhere than right below the vendor, whatever is put around it', () => {
    const part = fc.constantFrom(
      'https://',
      'acme',
      '.',
      'desk',
      'test',
      '@',
      ':',
      '/',
      '#',
      '?',
      '\\',
      '%2e',
      'evil',
      '443',
      '127.0.0.1',
      '[::1]',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (addressFault(text, { ...allowed, origins: [] }) !== undefined) return;
        const { protocol, hostname, username, port } = new URL(text);
        expect([protocol, username, port]).toEqual(['https:', '', '']);
        expect(hostname).toMatch(/^[a-z0-9-]+\.desk\.test$/);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('addresses behind names', () => {
  it.each(['203.0.114.7', '8.8.8.8', '2606:4700::6810:84e5'])('S8 connects to %s', (address) => {
    expect(mayConnect(address, { ownNetwork: false })).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0'],
    ...[
      '169.254.169.254',
      '169.254.0.1',
      '192.0.0.192',
      '198.18.0.1',
      '198.19.255.255',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...['240.0.0.1', '192.0.2.1', '100.100.100.200', '::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::8.8.8.8', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1'],
    ...['2002:7f00:1::', '2001:0:4136:e378::1', 'fec0::1', '100::1', '2001:db8::1', 'not-an-address', ''],
  ])('S8 refuses to connect to %s', (address) => {
    expect(mayConnect(address, { ownNetwork: false })).toBe(false);
  });

  it('S8 lets names an administrator allows into the own network, and never to the secrets of a cloud', () => {
    for (const address of ['10.1.2.3', '127.0.0.1', '::1', 'fd12::1'])
      expect(mayConnect(address, { ownNetwork: true })).toBe(true);
    for (const address of [
      '169.254.169.254',
      'fd00:ec2::254',
      '0.0.0.0',
      '::ffff:10.0.0.1',
      'fe80::1',
      '100.100.100.200',
    ])
      expect(mayConnect(address, { ownNetwork: true })).toBe(false);
  });
});
