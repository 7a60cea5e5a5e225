import { formulaOf, simulate } from '@core/evaluation';
import { NATIONAL_2024 } from '@core/rules';
import { caseOf, optionsOf, readBids, type Typed } from './typed-case';

const TYPED: Typed = {
  method: 'price-score-E',
  regime: 'C',
  ceiling: '',
  prices: '850\n860\n870\n880\n890',
  values: {},
  sample: [],
};

describe('what is typed into the simulator', () => {
  it('reads a price a line, with or without a name', () => {
    expect(readBids('850\n\n 建安 公司  1,000.5 元\n乙\t900\nnothing\n')).toEqual({
      bids: [
        { id: '1', priceYuan: '850.00' },
        { id: '乙', priceYuan: '900.00' },
      ],
      wrong: [3, 5],
    });
    expect(readBids('建安 公司  1,000.5元').bids).toEqual([
      { id: '建安 公司', priceYuan: '1000.50' },
    ]);
  });

  it('becomes the case the command line would read', () => {
    const answer = simulate(caseOf(TYPED), [NATIONAL_2024], '2026-03-02');
    expect(answer.ok && answer.value.outcome.bids.map((one) => [one.bidId, one.score])).toEqual([
      ['3', '100'],
      ['2', '99.43'],
      ['1', '98.85'],
      ['4', '98.85'],
      ['5', '97.70'],
    ]);
  });

  it('keeps what is drawn apart from what is stated, and forgets bids that are gone', () => {
    const typed = { ...TYPED, method: 'price-itender-m3', sample: ['1', '2', '3', 'gone'] };
    const asked = caseOf({ ...typed, ceiling: '1,000', values: { k: '2.0', eHigh: '1.5' } });
    expect(asked).toMatchObject({
      ceilingYuan: '1000.00',
      drawn: { k: '2.0' },
      parameters: { eHigh: '1.5', eLow: '0.5' },
      sample: ['1', '2', '3'],
    });
    expect(caseOf({ ...TYPED, sample: ['1'] }).sample).toBeUndefined();
  });

  it('offers every value a coefficient may have', () => {
    const [down] = formulaOf('price-itender-m1')!.parameters;
    expect(optionsOf(down!)).toEqual({
      values: ['0.5', '1.0', '1.5', '2.0', '2.5', '3.0'],
      initial: '0.5',
    });
  });
});
