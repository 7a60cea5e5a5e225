import type { Difference } from '../api/wire';
import { useT } from '../i18n/i18n-context';
import { RecordList } from './record-list';

/** Two versions side by side, only where they differ. */
export function DifferenceTable({
  differences,
  what,
  value,
}: {
  readonly differences: readonly Difference[];
  /** What a path is about, in words. */
  readonly what: (path: string) => string;
  /** A value at a path, in words; null: there was, or is, nothing. */
  readonly value: (path: string, value: string | null) => string;
}) {
  const t = useT();
  if (differences.length === 0) return <p className="muted card__body">{t('diff.none')}</p>;
  return (
    <RecordList
      caption={t('diff.title')}
      rows={differences}
      rowKey={(row) => row.path}
      columns={[
        {
          key: 'what',
          title: t('diff.what'),
          place: 'title',
          cell: (row) => what(row.path),
        },
        {
          key: 'kind',
          title: t('diff.kind'),
          place: 'chips',
          cell: (row) => <span className={`chip ${CHIP[row.kind]}`}>{t(`diff.${row.kind}`)}</span>,
        },
        { key: 'before', title: t('diff.before'), cell: (row) => value(row.path, row.before) },
        {
          key: 'after',
          title: t('diff.after'),
          cell: (row) => <strong>{value(row.path, row.after)}</strong>,
        },
      ]}
    />
  );
}

const CHIP = { added: 'chip--ok', removed: 'chip--bad', changed: 'chip--info' } as const;
