import { inTree } from './organisation-tree';

const row = (id: string, parentId: string | null = null) => ({ id, parentId });
const lines = (rows: ReturnType<typeof row>[]) =>
  inTree(rows).map(({ organisation, depth }) => `${depth}${organisation.id}`);

describe('inTree', () => {
  it('puts each under its parent, whatever the order it comes in', () => {
    expect(
      lines([
        row('village', 'town'),
        row('county'),
        row('town', 'county'),
        row('bureau', 'county'),
      ]),
    ).toEqual(['0county', '1town', '2village', '1bureau']);
  });

  it('loses nobody whose parent is not there', () => {
    expect(lines([row('orphan', 'gone')])).toEqual(['0orphan']);
  });
});
