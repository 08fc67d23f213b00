import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom } from './configuration';
import { settingOf } from './setting';

const folder = mkdtempSync(join(tmpdir(), 'setting-'));
const file = join(folder, 'database-url');
writeFileSync(file, 'postgres://release:word@database/tonggwan\n');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a setting', () => {
  it('is what the environment says', () => {
    expect(settingOf({ COLOUR: 'green' }, 'COLOUR')).toBe('green');
  });

  it('is what stands in the file that the environment names, without the last line break', () => {
    expect(settingOf({ COLOUR_FILE: file }, 'COLOUR')).toBe('postgres://release:word@database/tonggwan');
  });

  it('is absent when neither is there', () => {
    expect(settingOf({}, 'COLOUR')).toBeUndefined();
  });

  it('that cannot be read says which file', () => {
    expect(() => settingOf({ COLOUR_FILE: join(folder, 'nothing') }, 'COLOUR')).toThrow('nothing');
  });
});

describe('a service that is told where its database is in a file', () => {
  it('misses its other settings, not that one', () => {
    const start = () => configurationFrom({ TONGGWAN_DATABASE_URL_FILE: file });
    expect(start).toThrow('TONGGWAN_ISSUER is missing');
    expect(start).not.toThrow('TONGGWAN_DATABASE_URL');
  });
});
