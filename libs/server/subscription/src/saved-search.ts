import type { Fen } from '@core/kernel';
import type { ProjectKind } from '@core/rules';
import type { TenderFilter } from '@server/tender';
import type { SavedSearch, SubscriptionLanguage } from './subscription.entity';

/** Filters that can be saved: those that still mean something tomorrow. */
const SAVED = ['q', 'kind', 'category', 'region', 'atLeastYuan', 'atMostYuan'] as const;
const KINDS: readonly ProjectKind[] = ['works', 'goods', 'services'];
const MOST = 60;

/** What can be saved of the filters of an address; everything else is left out. */
export function savedOf(asked: Readonly<Record<string, string | undefined>>): SavedSearch {
  return Object.fromEntries(
    SAVED.flatMap((name) => {
      const value = asked[name]?.trim().slice(0, MOST) ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
}

function fenOf(yuan: string | undefined): Fen | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan ?? '');
  if (!match) return undefined;
  return (Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))) as Fen;
}

/** The filter a saved search stands for. */
export function filterOfSaved(search: SavedSearch, limit: number): TenderFilter {
  const { q, kind, category, region, atLeastYuan, atMostYuan } = search;
  return {
    text: q,
    kind: KINDS.find((one) => one === kind),
    category,
    region,
    atLeast: fenOf(atLeastYuan),
    atMost: fenOf(atMostYuan),
    limit,
  };
}

/** The address of a saved search on the list. */
export function searchPath(search: SavedSearch, language: SubscriptionLanguage): string {
  const query = new URLSearchParams(search);
  if (language === 'en') query.set('lang', 'en');
  const text = query.toString();
  return text === '' ? '/tenders' : `/tenders?${text}`;
}
