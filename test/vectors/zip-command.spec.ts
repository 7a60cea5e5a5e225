import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packZip } from '@core/bundle';
import { utf8 } from '@core/kernel';
import { hasPython } from './second';

const READ =
  'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(z.namelist(),z.read("b/合同.txt").decode())';

(hasPython ? describe : describe.skip)('a package as ZIP', () => {
  it('is a ZIP file to other programs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    const path = join(folder, 'a.zip');
    writeFileSync(path, packZip(new Map([['b/合同.txt', utf8('甲方')]])));
    const said = execFileSync('python3', ['-c', READ, path], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf8' },
    });
    rmSync(folder, { recursive: true });
    expect(said.trim()).toBe("['b/合同.txt'] 甲方");
  });
});
