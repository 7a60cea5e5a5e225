import fc from 'fast-check';
import { parseInstant } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import {
  ATTACHMENT_KINDS,
  decideLetter,
  DEFICIENCY_CODES,
  diffContents,
  idNumberCheck,
  inquiryState,
  inquiryUntil,
  isIdNumber,
  isPublicAttachment,
  isShown,
  publicStaff,
  readSheet,
  ruleOfDeficiency,
  SHEET_COLUMNS,
  tidyIdNumber,
  violationUntil,
  type EnterpriseContent,
} from './index';

const at = (text: string): number => parseInstant(text)!;

const content: EnterpriseContent = {
  name: '青禾县大山路桥有限公司',
  creditCode: '91350100M000100Y43',
  address: '青禾县城关镇',
  legalRepresentative: '王山',
  contactName: '李水',
  contactPhone: '13800000000',
  bankName: '青禾农商行',
  bankAccount: '6222000000000000',
  qualifications: [{ type: '公路工程', grade: '三级', certificate: 'D1', validUntil: 2e12 }],
  staff: [
    {
      id: 's1',
      name: '张工',
      role: 'project_manager',
      certificateType: '二级建造师',
      certificate: '鄂242',
      validUntil: 2e12,
      idDigest: 'ab'.repeat(32),
    },
  ],
  attachments: [{ fileId: 'f1', kind: 'bank_permit', title: '开户许可', sha256: 'cd'.repeat(32) }],
};

describe('key staff', () => {
  it('have an identity number with a date and a check character', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('11010519491231002x')).toBe(false);
    expect(isIdNumber(tidyIdNumber(' 110105 19491231 002x '))).toBe(true);
    const ghost = '11010519490231002';
    expect(isIdNumber(`${ghost}${idNumberCheck(ghost) ?? ''}`)).toBe(false);
    expect(idNumberCheck('1101051949123100')).toBeNull();
  });

  it('lose it to every change of one digit', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.nat(9), (place, digit) => {
        const code = '11010519491231002X';
        fc.pre(code.charAt(place) !== String(digit));
        const changed = `${code.slice(0, place)}${digit}${code.slice(place + 1)}`;
        expect(isIdNumber(changed)).toBe(false);
      }),
    );
  });

  it('are public by name and certificate, never by number or digest', () => {
    const shown = publicStaff(content.staff[0]!);
    expect(shown).toMatchObject({ name: '张工', certificate: '鄂242' });
    expect(JSON.stringify(shown)).not.toContain('abab');
    expect(ATTACHMENT_KINDS.filter(isPublicAttachment)).toEqual([
      'business_licence',
      'qualification',
      'safety_licence',
    ]);
  });
});

describe('a comparison of versions', () => {
  it('is empty between equals, and names every field of a first version', () => {
    expect(diffContents(content, content)).toEqual([]);
    expect(diffContents(null, content)).toHaveLength(7 + 1 + 1 + 1);
  });

  it('shows what was changed, added and removed', () => {
    const [member] = content.staff;
    const after = {
      ...content,
      address: '流水镇',
      qualifications: [],
      staff: [...content.staff, { ...member!, id: 's2', name: '刘工' }],
    };
    expect(diffContents(content, after)).toEqual([
      { path: 'address', kind: 'changed', before: '青禾县城关镇', after: '流水镇' },
      expect.objectContaining({ path: 'qualifications/D1', kind: 'removed', after: null }),
      expect.objectContaining({ path: 'staff/s2', kind: 'added', before: null }),
    ]);
  });

  it('says of any two versions where, and only where, they differ', () => {
    const fields = ['name', 'address', 'bankName', 'contactName'] as const;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.string()), (change) => {
        const after = { ...content, ...change };
        const expected = fields.filter((key) => after[key] !== content[key]);
        expect(
          diffContents(content, after)
            .map((one) => one.path)
            .sort(),
        ).toEqual([...expected].sort());
      }),
    );
  });
});

describe('a letter of deficiencies', () => {
  const bank = { code: 'bank_permit', note: '看不清' } as const;
  const address = { code: 'address', note: '与执照不一致' } as const;
  const later = { ...content, address: '流水镇' };

  it('goes out once with everything, each with a word and a rule', () => {
    expect(decideLetter([], [bank, address], content, '', NATIONAL_2024, 0)).toEqual({
      ok: true,
      value: [],
    });
    expect(decideLetter([], [{ ...bank, note: ' ' }], content, '', NATIONAL_2024, 0)).toMatchObject(
      {
        refusal: { code: 'enterprise.note_missing', params: { items: ['bank_permit'] } },
      },
    );
    for (const code of DEFICIENCY_CODES) {
      expect(NATIONAL_2024.rules.has(ruleOfDeficiency(code))).toBe(true);
    }
  });

  it('does not ask later for what was there at first, unless it says why', () => {
    const letters = [{ items: [address], content }];
    expect(decideLetter(letters, [bank], later, '', NATIONAL_2024, 0)).toMatchObject({
      refusal: { code: 'enterprise.asked_late', law: { ruleId: 'register-once' } },
    });
    expect(decideLetter(letters, [bank], later, '核对时漏看', NATIONAL_2024, 0)).toEqual({
      ok: true,
      value: ['bank_permit'],
    });
  });

  it('may repeat what was asked for, and ask about what is new', () => {
    const letters = [{ items: [bank], content }];
    expect(decideLetter(letters, [bank], later, '', NATIONAL_2024, 0).ok).toBe(true);
    expect(decideLetter(letters, [address], later, '', NATIONAL_2024, 0).ok).toBe(true);
  });
});

describe('the credit record', () => {
  const published = at('2026-03-31T02:00:00.000Z');
  it('drops a violation after six months, or with the end of a longer restriction', () => {
    const until = violationUntil(NATIONAL_2024, published, null);
    expect(new Date(until).toISOString()).toBe('2026-09-30T16:00:00.000Z');
    const longer = at('2027-03-31T16:00:00.000Z');
    expect(violationUntil(NATIONAL_2024, published, longer)).toBe(longer);
    const entry = { publishedAt: published, expiresAt: until, withdrawnAt: null };
    expect(isShown(entry, until - 1)).toBe(true);
    expect(isShown(entry, until)).toBe(false);
    expect(isShown(entry, published - 1)).toBe(false);
    expect(isShown({ ...entry, withdrawnAt: published }, published)).toBe(false);
    expect(isShown({ ...entry, expiresAt: null }, 9e15)).toBe(true);
  });

  it('counts an inquiry from its day, and a firm’s own only when confirmed', () => {
    const until = inquiryUntil(at('2026-01-31T02:00:00.000Z'), 1);
    expect(new Date(until).toISOString()).toBe('2026-02-28T16:00:00.000Z');
    expect(inquiryState({ confirmedAt: null, validUntil: until }, until - 1)).toBe('unconfirmed');
    expect(inquiryState({ confirmedAt: 1, validUntil: until }, until - 1)).toBe('valid');
    expect(inquiryState({ confirmedAt: 1, validUntil: until }, until)).toBe('expired');
  });
});

describe('a sheet of firms', () => {
  const heading = SHEET_COLUMNS.map((one) => one.zh);
  const codes = ['91350100M000100Y43', '91110000600037341L', '914403001922038216'];
  const row = (code: string, ...rest: string[]): string[] => [code, '某公司', ...rest];

  it('is read cell by cell, with every fault of every line', () => {
    const reading = readSheet(
      [
        heading,
        row(codes[0]!, '城关镇', '王', '李', '1', '银行', '2', '公路', '三级', 'D1', '2027/1/31'),
        row('91350100M000100Y44'),
        ['', '', ''],
        [codes[1]!, ''],
        row(codes[0]!),
        row(codes[2]!),
        row('9142 0528 MA4 000001', '', '', '', '', '', '', '公路', '', 'D2', '2027-02-30'),
        row('914205280000000000', '=1+1', '', '', '', '', '', '公路', '三级', 'D2', '2027-02-30'),
      ],
      new Set([codes[2]!]),
    );
    if (!reading.ok) throw new Error('not read');
    expect(reading.value.rows).toHaveLength(1);
    expect(reading.value.rows[0]).toMatchObject({
      line: 2,
      content: { qualifications: [{ certificate: 'D1' }] },
    });
    const faults = reading.value.faults.map(({ line, column, code }) => [line, column, code]);
    expect(faults).toEqual(
      expect.arrayContaining([
        [3, 'creditCode', 'credit_code_invalid'],
        [5, 'name', 'missing'],
        [6, 'creditCode', 'twice_in_file'],
        [7, 'creditCode', 'known'],
        [8, 'qualificationGrade', 'qualification_incomplete'],
        [9, 'address', 'formula'],
        [9, 'qualificationUntil', 'date_invalid'],
      ]),
    );
  });

  it('refuses what is no such sheet', () => {
    expect(readSheet([], new Set())).toMatchObject({ refusal: { code: 'import.empty' } });
    expect(readSheet([heading], new Set())).toMatchObject({ refusal: { code: 'import.empty' } });
    expect(readSheet([['x'], ['y']], new Set())).toMatchObject({
      refusal: { code: 'import.heading_missing', params: { columns: ['creditCode', 'name'] } },
    });
    const many = Array.from({ length: 2_001 }, () => row(codes[0]!));
    expect(readSheet([heading, ...many], new Set())).toMatchObject({
      refusal: { code: 'import.too_many_rows' },
    });
  });
});
