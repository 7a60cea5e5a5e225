import { joinedTenders, nextSteps, type BidderFacts, type Joined } from './next-steps';

const NOW = Date.parse('2026-03-02T00:00:00.000Z');
const LATER = '2026-03-09T01:30:00.000Z';
const SOON = '2026-03-03T01:30:00.000Z';

const tender = (id: string, more: Partial<Joined> = {}): Joined => ({
  id,
  title: `tender ${id}`,
  state: 'published',
  method: 'open_tender',
  deadline: LATER,
  ...more,
});

const nothing: BidderFacts = {
  tenders: [],
  bids: [],
  unseen: new Map(),
  windows: new Map(),
  letters: [],
  contracts: [],
};
const kinds = (facts: Partial<BidderFacts>): string[] =>
  nextSteps({ ...nothing, ...facts }, NOW).map(({ kind, id }) => `${kind} ${id}`);

describe('what a bidder has next', () => {
  it('is nothing where it takes part in nothing', () => {
    expect(kinds({})).toEqual([]);
  });

  it('is to bid until there is a bid that counts, and to read clarifications before', () => {
    const tenders = [tender('a')];
    expect(kinds({ tenders })).toEqual(['bid a']);
    expect(kinds({ tenders, bids: [{ tenderId: 'a', state: 'reserved' }] })).toEqual(['bid a']);
    expect(kinds({ tenders, bids: [{ tenderId: 'a', state: 'submitted' }] })).toEqual(['in a']);
    expect(kinds({ tenders, unseen: new Map([['a', 1]]) })).toEqual(['clarification a']);
    expect(kinds({ tenders: [tender('a', { method: 'lottery' })] })).toEqual(['in a']);
  });

  it('is over with its clock', () => {
    expect(kinds({ tenders: [tender('a', { deadline: '2026-03-01T00:00:00.000Z' })] })).toEqual([]);
  });

  it('is the hall first, while it waits for the key of a bid of its own', () => {
    const tenders = [tender('a', { deadline: SOON }), tender('h', { state: 'opening' })];
    const windows = new Map([['h', LATER]]);
    expect(kinds({ tenders, windows })).toEqual(['bid a']);
    const bids = [{ tenderId: 'h', state: 'submitted' as const }];
    expect(kinds({ tenders, windows, bids })).toEqual(['open h', 'bid a']);
  });

  it('goes by the clock, and what has none comes last', () => {
    expect(
      kinds({
        tenders: [tender('a'), tender('b', { deadline: SOON })],
        letters: [
          { tenderId: 'c', answer: null, dueAt: '2026-03-02T09:00:00.000Z' },
          { tenderId: 'd', answer: 'yes', dueAt: SOON },
        ],
        contracts: [
          { id: 'k', tenderTitle: 'K', waits: true },
          { id: 'l', tenderTitle: 'L', waits: false },
        ],
      }),
    ).toEqual(['letter c', 'bid b', 'bid a', 'contract k']);
  });

  it('counts an invitation before any sign-up, and a sign-up once', () => {
    const invitation = {
      tenderId: 'i',
      code: 'T2026-0002',
      title: 'invited',
      tendererName: 'town',
      invitedAt: LATER,
      deadline: LATER,
    };
    expect(joinedTenders([], [invitation])).toMatchObject([{ id: 'i', state: 'published' }]);
  });
});
