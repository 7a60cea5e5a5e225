import fc from 'fast-check';
import { checkReplacements, currentDocuments, type DocumentVersion } from './index';

const chain = (ids: readonly string[]): DocumentVersion[] =>
  ids.map((id, index) => ({ id, replacesId: index === 0 ? null : (ids[index - 1] ?? null) }));

describe('versions of documents', () => {
  it('leave the last of each chain in force', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(11), (ids, cut) => {
        const one = chain(ids.slice(0, cut));
        const other = chain(ids.slice(cut));
        const last = [one.at(-1), other.at(-1)].flatMap((document) => document?.id ?? []);
        const current = currentDocuments([...one, ...other]).map(({ id }) => id);
        expect(current.sort()).toEqual(last.sort());
      }),
    );
  });

  it('take the place of one that still holds, once', () => {
    const documents = chain(['a', 'b']);
    expect(checkReplacements(documents, [null, 'b']).ok).toBe(true);
    expect(checkReplacements(documents, ['a'])).toMatchObject({
      refusal: { code: 'tender.document_replaced', params: { id: 'a' } },
    });
    expect(checkReplacements(documents, ['b', 'b'])).toMatchObject({
      refusal: { code: 'tender.document_replaced' },
    });
    expect(checkReplacements(documents, ['c'])).toMatchObject({
      refusal: { code: 'tender.document_not_found' },
    });
  });
});
