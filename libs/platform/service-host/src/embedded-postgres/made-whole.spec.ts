import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWhole, writtenOnce } from './made-whole';

describe('what is there whole or not at all', () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tonggwan-whole-'));
    folder = join(root, 'folder');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const fillWith = (text: string) => (path: string) => {
    mkdirSync(path);
    writeFileSync(join(path, 'text'), text);
  };
  const textIn = (path: string) => readFileSync(join(path, 'text'), 'utf8');

  it('appears when it is ready, also in the place of an empty folder', () => {
    mkdirSync(folder);
    makeWhole(folder, fillWith('mine'));
    expect([textIn(folder), readdirSync(root)]).toEqual(['mine', ['folder']]);
  });

  it('is not there when it cannot be made', () => {
    const fails = (path: string) => {
      mkdirSync(path);
      throw new Error('no space');
    };
    expect(() => makeWhole(folder, fails)).toThrow('no space');
    expect(readdirSync(root)).toEqual([]);
  });

  it("is somebody else's who was first", () => {
    makeWhole(folder, (path) => {
      fillWith('mine')(path);
      fillWith('theirs')(folder);
    });
    expect([textIn(folder), readdirSync(root)]).toEqual(['theirs', ['folder']]);
  });

  it('clears away what somebody was killed over, and nothing of those who are at it', () => {
    const killed = spawnSync('true').pid;
    const names = [
      `folder.partial-${killed}`,
      `folder.partial-${process.ppid}`,
      'other.partial-1',
      'folder.x',
    ];
    for (const name of names) fillWith('half')(join(root, name));
    writeFileSync(join(root, `${names[0]}.password`), 'word');
    makeWhole(folder, fillWith('mine'));
    expect(readdirSync(root).sort()).toEqual(['folder', ...names.slice(1)].sort());
  });

  it('is what the first one wrote', () => {
    const file = join(root, 'file');
    expect([writtenOnce(file, 'first'), writtenOnce(file, 'second')]).toEqual(['first', 'first']);
    expect(readdirSync(root)).toEqual(['file']);
  });
});
