import { accept, fenFromYuan, refuse, type Fen, type Instant } from '@core/kernel';
import type { Refusal, Result } from '@core/kernel';
import { atBeijing } from '@core/rules';
import { parseCsv } from '@core/sheet';
import { paymentCodesIn, plainAccount } from './payment-code';

/** The columns of a bank statement that is taken in, by their Chinese heading; in any order, others are passed over. */
export const STATEMENT_COLUMNS = {
  date: '日期',
  time: '时间',
  payer: '付款人',
  bank: '付款银行',
  account: '付款账号',
  sum: '金额',
  reference: '流水号',
  purpose: '附言',
} as const;
export type StatementColumn = keyof typeof STATEMENT_COLUMNS;

/** A transfer as a statement says it. */
export interface Transfer {
  readonly payer: string;
  readonly bank: string;
  readonly account: string;
  readonly sum: Fen;
  readonly arrivedAt: Instant;
  /** The bank's own number of the transfer. */
  readonly reference: string;
}

/** A line of a statement: a transfer with the one code its purpose names, or what is wrong with it. */
export type StatementLine =
  | { readonly line: number; readonly transfer: Transfer; readonly code: string }
  | {
      readonly line: number;
      readonly fault: 'no_code' | 'several_codes' | StatementColumn;
    };

/** Why a statement cannot be read at all. */
export type StatementRefusal = Refusal<'bid_security.statement_unreadable'>;

/** The most lines a statement may have. */
export const MOST_STATEMENT_LINES = 2_000;

const COLUMNS = Object.keys(STATEMENT_COLUMNS) as StatementColumn[];
const LONGEST: Partial<Record<StatementColumn, number>> = {
  payer: 120,
  bank: 120,
  account: 40,
  reference: 60,
};

/** Reads a bank statement, comma-separated with a heading line. A line with a fault says the first one. */
export function readStatement(text: string): Result<readonly StatementLine[], StatementRefusal> {
  const [heading = [], ...rows] = parseCsv(text);
  const names = heading.map((name) => name.trim());
  const places = new Map(COLUMNS.map((key) => [key, names.indexOf(STATEMENT_COLUMNS[key])]));
  const missing = COLUMNS.filter((key) => (places.get(key) ?? -1) < 0);
  if (missing.length > 0) {
    const columns = missing.map((key) => STATEMENT_COLUMNS[key]);
    return refuse('bid_security.statement_unreadable', { columns });
  }
  const filled = rows
    .map((cells, at) => ({ cells, line: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0 || filled.length > MOST_STATEMENT_LINES) {
    return refuse('bid_security.statement_unreadable', { lines: filled.length });
  }
  const cell = (cells: readonly string[], key: StatementColumn): string =>
    (cells[places.get(key) ?? -1] ?? '').trim();
  return accept(filled.map(({ cells, line }) => readLine(line, (key) => cell(cells, key))));
}

function readLine(line: number, cell: (key: StatementColumn) => string): StatementLine {
  for (const key of COLUMNS) {
    const text = cell(key);
    if (key !== 'purpose' && text === '') return { line, fault: key };
    if (text.length > (LONGEST[key] ?? 500)) return { line, fault: key };
  }
  if (!isDate(cell('date'))) return { line, fault: 'date' };
  const time = /^([01]\d|2[0-3]):[0-5]\d(?=(:[0-5]\d)?$)/.exec(cell('time'));
  if (!time) return { line, fault: 'time' };
  if (plainAccount(cell('account')) === '') return { line, fault: 'account' };
  const sum = fenFromYuan(withTwoPlaces(cell('sum')));
  if (!sum.ok || sum.value === 0) return { line, fault: 'sum' };
  const [code, ...more] = paymentCodesIn(cell('purpose'));
  if (code === undefined) return { line, fault: 'no_code' };
  if (more.length > 0) return { line, fault: 'several_codes' };
  const transfer = {
    payer: cell('payer'),
    bank: cell('bank'),
    account: cell('account'),
    sum: sum.value,
    arrivedAt: atBeijing(cell('date'), time[0]),
    reference: cell('reference'),
  };
  return { line, transfer, code };
}

/** `1,234.5` and `1234` as banks write them, in the form money is read in. */
function withTwoPlaces(text: string): string {
  const [whole = '', places = ''] = text
    .replaceAll(',', '')
    .replace(/^[¥￥]/, '')
    .split('.');
  return `${whole}.${places.padEnd(2, '0')}`;
}

function isDate(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
