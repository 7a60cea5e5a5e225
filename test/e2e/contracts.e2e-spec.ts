import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const api = resolve(__dirname, '../../apps/api/src');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the API’s description', () => {
  it('has a name of its own for every body and answer', () => {
    const names = sources(api).flatMap((text) =>
      [...text.matchAll(/^(?:export )?class (\w+(?:View|Dto))\b/gm)].map((match) => match[1]!),
    );
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has a name of its own for every operation', () => {
    const { paths } = JSON.parse(
      readFileSync(resolve(__dirname, '../../libs/contracts/src/openapi.json'), 'utf8'),
    ) as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(paths).flatMap((one) =>
      Object.values(one).map((operation) => operation.operationId),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
