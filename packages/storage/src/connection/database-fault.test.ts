import { describe, expect, it } from '@jest/globals';

import { StorageError } from '../storage-error.ts';
import { loginOn } from '../embedded/postmaster.ts';
import { makeTemporaryDirectory } from '../testing/temporary-directory.ts';
import { addressFrom, addressOf } from './address.ts';
import { databaseFault } from './database-fault.ts';

const address = addressFrom('postgres://someone:s3cret@db.example.test:5433/lethe');

describe('an address', () => {
  it('is called by its host and port, never by its user and password', () => {
    expect(address.name).toBe('PostgreSQL at db.example.test:5433');
    expect(addressFrom('postgresql:///lethe').name).toBe('PostgreSQL at localhost:5432');
    expect(addressFrom('postgres:///lethe?host=/run/postgresql').name).toBe('PostgreSQL at /run/postgresql');
  });

  it.each(['', 'db.example.test', 'mysql://u:s3cret@h/d', 'postgres//u:s3cret@h', 'postgres://u:s3 cret@[::/d'])(
    'is refused when it is none, without being repeated: %j',
    (text) => {
      const wanted = expect.objectContaining({ code: 'address', message: expect.not.stringContaining('cret@') });
      expect(() => addressFrom(text)).toThrow(wanted);
    },
  );
});

describe('an error of the driver', () => {
  const fault = (error: unknown): unknown => databaseFault(error, address);
  const coded = (code: string): Error => Object.assign(new Error('detail: s3cret Ada King'), { code });

  it.each([
    ['unreachable', 'ECONNREFUSED'],
    ['unreachable', 'ENOTFOUND'],
    ['unreachable', 'ECONNRESET'],
    ['unreachable', 'ETIMEDOUT'],
    ['unreachable', '08006'],
    ['unreachable', '57P01'],
    ['unreachable', '57P03'],
    ['unreachable', '53300'],
    ['refused', '28P01'],
    ['refused', '28000'],
    ['refused', '3D000'],
    ['refused', '42501'],
    ['refused', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['refused', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['refused', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['read-only', '25006'],
    ['disk-full', '53100'],
    ['database', '23505'],
    ['database', 'LTH01'],
  ])('is %s for code %s, with a remedy and without its text', (code, from) => {
    const found = fault(coded(from));
    expect(found).toBeInstanceOf(StorageError);
    expect(found).toMatchObject({ code, remedy: expect.stringMatching(/\w{3}/) });
    expect(`${String(found)} ${JSON.stringify(found)}`).not.toMatch(/s3cret|Ada/);
  });

  it.each([
    ['unreachable', 'Connection terminated unexpectedly'],
    ['unreachable', 'timeout exceeded when trying to connect'],
    ['refused', 'The server does not support SSL connections'],
    ['refused', 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'],
  ])('is %s for the uncoded "%s"', (code, message) => {
    expect(fault(new Error(message))).toMatchObject({ code });
  });

  it('says that the embedded server starts again, or that its disk is full', async () => {
    const login = loginOn(1, 's3cret');
    const temporary = await makeTemporaryDirectory();
    const gone = databaseFault(coded('ECONNREFUSED'), addressOf(login, temporary.path));
    expect(gone).toMatchObject({ code: 'unreachable', remedy: expect.stringContaining('server.log') });
    await temporary.remove();
    // A file system that never has room.
    const full = process.platform === 'linux' ? '/proc' : '/dev';
    expect(databaseFault(coded('ECONNREFUSED'), addressOf(login, full))).toMatchObject({ code: 'disk-full' });
  });

  it('is passed on unchanged when it is a defect of ours', () => {
    const defects = [new TypeError('x is not a function'), coded('ERR_INVALID_ARG_TYPE'), undefined];
    for (const defect of defects) expect(fault(defect)).toBe(defect);
  });
});
