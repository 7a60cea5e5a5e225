import { isFiltered, parseTenderSearch } from './tender-search';

describe('parseTenderSearch', () => {
  it('keeps the filters it knows', () => {
    const search = {
      q: ' 农田 ',
      state: 'published',
      category: 'works',
      region: '柳河乡',
      page: 3,
    };
    expect(parseTenderSearch(search)).toEqual({
      q: '农田',
      state: 'published',
      category: 'works',
      region: '柳河乡',
    });
  });

  it('drops what it does not know', () => {
    expect(parseTenderSearch({ q: '  ', state: 'draft', category: [], region: {} })).toEqual({});
    expect(isFiltered({})).toBe(false);
  });

  it('reads a number that the address made of a code', () => {
    expect(parseTenderSearch({ q: 2026 })).toEqual({ q: '2026' });
  });
});
