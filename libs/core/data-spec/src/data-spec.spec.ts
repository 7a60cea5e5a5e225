import fc from 'fast-check';
import {
  procurementFacts as procurement,
  SPEC_START as start,
  UNIFIED,
  worksFacts as facts,
} from '../../../../test/support/data-spec-facts';
import {
  coverageOf,
  faultsOf,
  hasForm,
  projectNumber,
  publicPart,
  sectionNumber,
  specJson,
  specRows,
  specTime,
  specXml,
  SPEC_TABLES,
  subjectKind,
  tableOf,
  tenderNumber,
} from './index';

const { process } = facts;
const rows = [...specRows(facts), ...specRows(procurement)];

describe('rows of the data specification', () => {
  it('have the form the specification wants, all of them', () => {
    expect(rows.flatMap(faultsOf).filter((one) => one.fault !== 'missing')).toEqual([]);
    expect(new Set(rows.map((row) => row.table))).toEqual(
      new Set(SPEC_TABLES.map((table) => table.key)),
    );
  });

  it('say what was published', () => {
    const of = (table: string) =>
      rows.filter((row) => row.table === table).map((row) => row.values);
    expect(of('TENDER_PROJECT')[0]).toMatchObject({
      PROJECT_CODE: 'M4299002603020012'.slice(0, 17),
      TENDER_PROJECT_CODE: 'M4299002603020012001',
      TENDER_PROJECT_TYPE: 'A99',
      TENDERER_CODE_TYPE: '6',
      TENDER_MODE: '1',
      IS_TO_LAW: '1',
    });
    expect(of('TENDER_LIST')).toMatchObject([
      { BIDDER_CODE_TYPE: '2', UNION_ENTERPRISE_NAME: '第9建设', BID_PRICE: '3500000.01' },
      { PRICE_FORM_CODE: '9' },
    ]);
    expect(of('TENDER_ANN_QUA_INQUERY_ANN').map((one) => one.NOTICE_NATURE)).toEqual(['1', '2']);
    expect(of('TENDER_ABNORMITY_REPORT')[0]?.EXCEPITON_TYPE).toBe('1');
    expect(of('BID_DEAL_ANNOUNCE')[0]).toMatchObject({ WIN_BID_PRICE: '3500000.01' });
  });

  it('number the lots of a divided tender, and leave one out that was not divided', () => {
    const lots = [
      { number: 1, title: '一标段', ceiling: null },
      { number: 2, title: '二标段', ceiling: null },
    ];
    const divided = specRows({ ...facts, process: { ...process, lots } });
    const sections = divided.filter((row) => row.table === 'SECTION');
    expect(sections.map(({ values }) => values.BID_SECTION_CODE)).toEqual([
      'M4299002603020012001001',
      'M4299002603020012001002',
    ]);
    expect(divided[0]?.values).not.toHaveProperty('UNIFIED_DEAL_CODE');
    const notYet = { ...process, notices: [], hall: null, candidates: [], deadline: null };
    const early = specRows({ ...facts, process: notYet });
    expect(early.map((row) => row.table)).toEqual(['TENDER_PROJECT', 'SECTION']);
    expect(specRows({ ...procurement, process: notYet })).toEqual([]);
  });

  it('keep from the public what is for authorities', () => {
    const open = rows.map(publicPart);
    expect(JSON.stringify(open)).not.toContain('UNIFIED_DEAL_CODE');
    const candidate = open.find((row) => row.table === 'TENDER_CANDIDATE');
    expect(candidate?.values).not.toHaveProperty('BID_PRICE');
    expect(candidate?.values).toHaveProperty('WIN_CANDIDATE_NAME');
  });

  it('are written as JSON and as XML that holds any text', () => {
    expect(Object.keys(specJson(rows))).toHaveLength(SPEC_TABLES.length);
    const xml = specXml(rows);
    expect(xml).toContain('<NOTICE_CONTENT>正文&lt;&amp;&gt;</NOTICE_CONTENT>');
    expect(xml).not.toContain('\u0007');
  });
});

describe('forms', () => {
  it.each([
    ['C3', 'abc', true],
    ['C3', 'ab', false],
    ['C..3', '', true],
    ['C..3', '采花乡道', false],
    ['C..ul', 'x'.repeat(5000), true],
    ['N1', '7', true],
    ['N1', '12', false],
    ['N..2', '12', true],
    ['N..2', '1.5', false],
    ['N..20,6', '3579546.00', true],
    ['N..20,6', '1.1234567', false],
    ['N..20,6', 'x', false],
    ['yyyyMMdd', '20260302', true],
    ['yyyyMMddHHmmss', '20260302250000', false],
  ])('%s takes %s: %s', (format, text, fits) => {
    expect(hasForm(format, text)).toBe(fits);
  });

  it('find what is unknown, missing, and of the wrong form', () => {
    const faults = faultsOf({ table: 'SECTION', values: { NOBODY: 'x', CURRENCY_CODE: 'CNYX' } });
    expect(faults).toContainEqual({ table: 'SECTION', key: 'NOBODY', fault: 'unknown' });
    expect(faults).toContainEqual({ table: 'SECTION', key: 'CURRENCY_CODE', fault: 'form' });
    expect(faults).toContainEqual({ table: 'SECTION', key: 'BID_SECTION_CODE', fault: 'missing' });
    expect(() => tableOf('NONE')).toThrow(RangeError);
  });

  it('of numbers and times are those of the specification', () => {
    expect(specTime(start)).toBe('20260303003005');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        (call, lot) => {
          const tender = tenderNumber(projectNumber('429900', UNIFIED), call);
          expect(hasForm('C20', tender)).toBe(true);
          expect(hasForm('C23', sectionNumber(tender, lot))).toBe(true);
        },
      ),
    );
    expect(['91420528MA', '12420528MA', '11420528MA'].map(subjectKind)).toEqual(['2', '3', '6']);
  });
});

it('say how much of each data set is held', () => {
  const coverage = coverageOf(rows);
  expect(coverage).toHaveLength(SPEC_TABLES.length);
  for (const one of coverage) {
    expect(one.held).toBeGreaterThan(3);
    expect(one.held + one.missing.length).toBeLessThanOrEqual(one.fields);
  }
  expect(coverageOf([])[0]).toMatchObject({ number: '501', held: 0 });
});
