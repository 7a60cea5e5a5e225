import { isBundleOpen, isOpened, mayDisclose, TENDER_STATES, type TenderState } from './index';

describe('disclosure', () => {
  const from = (type: string, scope = 't'): TenderState[] =>
    TENDER_STATES.filter((state) =>
      mayDisclose({ type, scope }, { tenderId: 't', state, bidScopes: new Set(['t/bid/b']) }),
    );
  const all = ['opening', 'evaluation', 'publicity', 'awarded', 'failed', 'terminated'];

  it('follows the secrecy table', () => {
    expect(TENDER_STATES.filter(isBundleOpen)).toEqual(all);
    expect(TENDER_STATES.filter(isOpened)).toEqual(all.slice(0, -1));
    expect(from('tender.published')).toEqual(all);
    expect(from('bid.submitted', 't/bid/b')).toEqual(all);
    expect(from('opening.key')).toEqual(all.slice(1));
    expect(from('evaluation.reported')).toEqual(all.slice(2));
    expect(from('draw.excluded', 't/internal')).toEqual([]);
    expect(from('bid.submitted', 't/bid/withdrawn')).toEqual([]);
    expect(from('sign_up.made', 'platform')).toEqual([]);
  });
});
