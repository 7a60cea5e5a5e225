import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { TENDER_STATUS } from '../../../shared/ui/status-words';
import {
  CATEGORIES,
  FILTER_STATES,
  isFiltered,
  parseTenderSearch,
  type TenderSearch,
} from '../tender-search';

const ALL = '';

/** The filters of the list. Each change goes to the address, so that a list can be sent to somebody. */
export function TenderFilters({
  search,
  onChange,
}: {
  readonly search: TenderSearch;
  readonly onChange: (search: TenderSearch) => void;
}) {
  const t = useT();
  const [words, setWords] = useState(search.q ?? '');
  const [region, setRegion] = useState(search.region ?? '');
  const change = (part: Readonly<Record<string, string>>) =>
    onChange(parseTenderSearch({ ...search, q: words, region, ...part }));
  return (
    <form
      className="card tender-filters no-print"
      role="search"
      aria-label={t('tenders.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        change({});
      }}
    >
      <div className="tender-filters__words">
        <label htmlFor="tender-words">{t('tenders.query')}</label>
        <Input
          id="tender-words"
          type="search"
          value={words}
          maxLength={100}
          allowClear
          prefix={<Icon name="search" />}
          placeholder={t('home.searchPlaceholder')}
          onChange={(event) => setWords(event.target.value)}
          onBlur={() => {
            if (words.trim() !== (search.q ?? '')) change({});
          }}
        />
      </div>
      <Choice id="tender-state" label={t('tenders.state')}>
        <Select
          id="tender-state"
          value={search.state ?? ALL}
          onChange={(state) => change({ state })}
          options={[
            { value: ALL, label: t('tenders.all') },
            ...FILTER_STATES.map((state) => ({
              value: state,
              label: t(`status.${TENDER_STATUS[state]}`),
            })),
          ]}
        />
      </Choice>
      <Choice id="tender-category" label={t('tenders.category')}>
        <Select
          id="tender-category"
          value={search.category ?? ALL}
          onChange={(category) => change({ category })}
          options={[
            { value: ALL, label: t('tenders.all') },
            ...CATEGORIES.map((one) => ({ value: one, label: t(`category.${one}`) })),
          ]}
        />
      </Choice>
      <Choice id="tender-region" label={t('tenders.region')}>
        <Input
          id="tender-region"
          value={region}
          maxLength={60}
          allowClear
          onChange={(event) => setRegion(event.target.value)}
          onBlur={() => {
            if (region.trim() !== (search.region ?? '')) change({});
          }}
        />
      </Choice>
      {isFiltered(search) ? (
        <Button onClick={() => onChange({})}>{t('tenders.clear')}</Button>
      ) : (
        <Button htmlType="submit">{t('home.search')}</Button>
      )}
    </form>
  );
}

function Choice({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
