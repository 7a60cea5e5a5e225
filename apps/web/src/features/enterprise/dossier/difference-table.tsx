import { codeWord, pathWord } from '../difference-words';
import type { Difference } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { RecordList } from '../../../shared/ui/record-list';

/** Two versions side by side, only where they differ. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
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
          cell: (row) => pathWord(t, row.path),
        },
        {
          key: 'kind',
          title: t('diff.kind'),
          place: 'chips',
          cell: (row) => <span className={`chip ${CHIP[row.kind]}`}>{t(`diff.${row.kind}`)}</span>,
        },
        { key: 'before', title: t('diff.before'), cell: (row) => valueOf(t, row.path, row.before) },
        {
          key: 'after',
          title: t('diff.after'),
          cell: (row) => <strong>{valueOf(t, row.path, row.after)}</strong>,
        },
      ]}
    />
  );
}

const CHIP = { added: 'chip--ok', removed: 'chip--bad', changed: 'chip--info' } as const;

/** A value of a list names its kind or role by code: the first word that is one is said in the reader's language. */
function valueOf(t: ReturnType<typeof useT>, path: string, value: string | null): string {
  if (value === null) return t('common.none');
  if (!path.includes('/')) return value;
  return value
    .split(' · ')
    .map((part) => codeWord(t, part) ?? part)
    .join(' · ');
}
