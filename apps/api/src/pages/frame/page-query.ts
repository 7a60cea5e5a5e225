import { fenFromYuan, type Fen } from '@core/kernel';
import type { TenderFilter } from '@server/tender';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { filterOf, TenderQueryDto } from '../../portal/tender-query';
import type { Filters } from '../content/tender-list-page';
import type { Language } from './words';

/** What stands in the address of a reading page. What is no filter is left out rather than refused. */
export interface PageQuery {
  readonly language: Language;
  readonly asked: Filters;
  readonly cursor: string | undefined;
  readonly filter: TenderFilter;
  /** A text of the address, trimmed, at most `most` characters; undefined when it is not there. */
  readonly text: (name: string, most: number) => string | undefined;
}

const ASKED = ['q', 'kind', 'category', 'state', 'region', 'from', 'to'] as const;
const PAGE = 30;

function fenOf(yuan: string | undefined): Fen | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan ?? '');
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  const read = fenFromYuan(`${whole}.${(match[2] ?? '').padEnd(2, '0')}`);
  return read.ok ? read.value : undefined;
}

/** Reads the query of a reading page; never throws. */
export function readPageQuery(raw: Readonly<Record<string, unknown>>): PageQuery {
  const text = (name: string, most: number): string | undefined => {
    const value = raw[name];
    const trimmed = typeof value === 'string' ? value.trim().slice(0, most) : '';
    return trimmed === '' ? undefined : trimmed;
  };
  const named = Object.fromEntries(
    ASKED.flatMap((name) => {
      const value = text(name, 60);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const query = plainToInstance(TenderQueryDto, named);
  for (const { property } of validateSync(query)) {
    Reflect.deleteProperty(query, property);
    Reflect.deleteProperty(named, property);
  }
  const [atLeastYuan, atMostYuan] = [text('atLeastYuan', 16), text('atMostYuan', 16)];
  const cursor = text('cursor', 200);
  return {
    language: raw.lang === 'en' ? 'en' : 'zh-CN',
    asked: { ...named, atLeastYuan, atMostYuan },
    cursor,
    filter: {
      ...filterOf(query),
      atLeast: fenOf(atLeastYuan),
      atMost: fenOf(atMostYuan),
      after: cursor,
      limit: PAGE,
    },
    text,
  };
}
