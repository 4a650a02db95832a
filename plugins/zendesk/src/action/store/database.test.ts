import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { inventedRecord, inventedSecrets } from '@lethe/core/testing';
import { openDatabase, transact } from './database.ts';
import { FakeBrowser } from './fake-browser.suite.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a browser that lets the app keep nothing', () => {
  it.each([
    ['SecurityError', 'refused', 'private one'],
    ['UnknownError', 'refused', 'private one'],
    ['QuotaExceededError', 'full', 'Free space'],
    ['VersionError', 'too-new', 'Reload the page'],
    ['SomethingElse', 'database', 'restart the browser'],
  ])(
    'is told from others by its error, %s: the code is %s and the remedy says what to do',
    async (name, code, remedy) => {
      jest.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no words of the browser are repeated', name);
      });
      const opening = new FakeBrowser('refusing').tab();
      await expect(opening).rejects.toMatchObject({ code, remedy: expect.stringContaining(remedy) });
      await expect(opening).rejects.not.toThrow('no words of the browser');
    },
  );

  it('fails a change that does not fit any more, whole', async () => {
    const browser = new FakeBrowser('full');
    const tab = await browser.tab();
    jest.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const record = inventedRecord();
    await expect(tab.savePlan(record, inventedSecrets())).rejects.toMatchObject({ code: 'full' });
    expect(await tab.plan(record.id)).toBeUndefined();
    expect(await browser.rows('ledger')).toEqual([]);
    await tab.close();
  });
});

describe('the tables', () => {
  it('are brought up to date step by step, and what was stored stays', async () => {
    const browser = new FakeBrowser('growing');
    const tab = await browser.tab();
    const record = inventedRecord();
    await tab.savePlan(record, inventedSecrets());
    await tab.close();
    const made: string[] = [];
    const never = (): void => {
      made.push('again');
    };
    const newer = await openDatabase('growing', [never, () => made.push('second')]);
    expect(made).toEqual(['second']);
    expect(await newer.get('plans', record.id)).toEqual(record);
    newer.close();
    await expect(browser.tab()).rejects.toMatchObject({ code: 'too-new' });
  });

  it('give way to a newer version in another tab, and the older tab says to reload', async () => {
    const older = await new FakeBrowser('two versions').tab();
    const newer = await openDatabase('two versions', [() => undefined, () => undefined]);
    await expect(older.runs()).rejects.toMatchObject({ code: 'closed', remedy: expect.stringContaining('Reload') });
    newer.close();
  });
});

describe('an older version in another tab that does not give way', () => {
  it('is told, and the database is not held on to once it opens after all', async () => {
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('stubborn', 1);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    await expect(openDatabase('stubborn', [() => undefined, () => undefined])).rejects.toMatchObject({
      code: 'blocked',
      remedy: expect.stringContaining('Close or reload'),
    });
    older.close();
    const next = await openDatabase('stubborn', [() => undefined, () => undefined, () => undefined]);
    expect(next.version).toBe(3);
    next.close();
  });
});

describe('a change', () => {
  it('leaves nothing behind when it throws after its first write', async () => {
    const database = await openDatabase('whole');
    const record = inventedRecord();
    const change = transact(database, ['plans'], async (writing) => {
      await writing.objectStore('plans').add(record);
      throw new TypeError('in the middle');
    });
    await expect(change).rejects.toThrow('in the middle');
    expect(await database.count('plans')).toBe(0);
    database.close();
  });
});
