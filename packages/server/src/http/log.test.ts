import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { StorageError } from '@lethe/storage';
import { failureOf, logTo } from './log.ts';

describe('S17 the log', () => {
  it('keeps short fields it knows by name, and nothing else whoever hands it over', () => {
    const lines: string[] = [];
    const write = (chunk: unknown, _encoding: string, done: () => void): void => {
      lines.push(String(chunk));
      done();
    };
    const log = logTo(new Writable({ write }), 'info');
    const canary = 'ada@example.test';
    const error = new StorageError('unreachable', canary, { remedy: canary, cause: new Error(canary) });
    log.info({ email: canary, url: `/people?name=${canary}`, status: 200, run: 'run-1' }, 'request answered');
    log.info({ run: { of: canary }, host: [canary], code: canary.repeat(20) }, 'request answered');
    log.error({ err: error, req: { url: canary }, res: { headers: canary }, error }, 'request failed');
    log.child({ who: canary, job: 'job-1' }).child({ name: canary, step: 's' }).info('job done');
    const written = lines.join('');
    expect(written).not.toContain(canary);
    expect(written).toContain('"status":200,"run":"run-1"');
    expect(written).toContain('"failure":"StorageError unreachable"');
    expect(written).toContain('"job":"job-1","step":"s"');
  });

  it('says which kind of failure it was, whatever was thrown', () => {
    expect(failureOf(new TypeError('ada'))).toBe('TypeError');
    expect(failureOf(Object.assign(new Error('ada'), { code: 'ada said so' }))).toBe('Error');
    expect(failureOf('ada')).toBe('no error');
  });
});
