import type { ReactNode } from 'react';
import type { ProcedureBand, ProcedureTable } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { Empty } from '../../shared/ui/empty';
import { Money } from '../../shared/ui/money';
import { RecordList } from '../../shared/ui/record-list';
import { FactChip } from '../../shared/ui/status-chip';

/** The tables of places' own documents, each with its bands. */
export function ProcedureTables({
  tables,
  act,
}: {
  readonly tables: readonly ProcedureTable[];
  /** What may be done to one of them. */
  readonly act?: (table: ProcedureTable) => ReactNode;
}) {
  const t = useT();
  if (tables.length === 0) return <Empty fact={t('procedure.none')} />;
  return (
    <div className="stack">
      {tables.map((table) => (
        <Card key={table.id} title={table.organisationName}>
          <p>
            <b>{t('procedure.document', { title: table.title, number: table.documentNumber })}</b>
          </p>
          <p className="row">
            <FactChip>{stateOf(t, table)}</FactChip>
            {table.kinds.map((kind) => (
              <FactChip key={kind}>{t(`projectKind.${kind}`)}</FactChip>
            ))}
            <FactChip>{t(`procedure.measure.${table.measure}`)}</FactChip>
          </p>
          <p className="small muted">
            {table.inForceTo === null
              ? t('procedure.from', { from: table.inForceFrom })
              : t('procedure.fromTo', {
                  from: table.inForceFrom,
                  to: table.inForceTo,
                })}
          </p>
          <p className="small">
            {t('procedure.reviewed', { number: table.fairCompetitionReview })} ·{' '}
            <a href={`/api/public/procedures/${table.id}/document`}>{t('procedure.download')}</a>
          </p>
          {table.endedAt === null ? null : (
            <p className="small">
              {t('procedure.endedAt', {
                at: dateTime(table.endedAt),
                reason: table.endReason ?? '',
              })}
            </p>
          )}
          <Bands table={table} />
          {act?.(table)}
        </Card>
      ))}
    </div>
  );
}

function stateOf(t: ReturnType<typeof useT>, { decides, endedAt }: ProcedureTable): string {
  if (endedAt !== null) return t('procedure.ended');
  return t(decides ? 'procedure.decides' : 'procedure.notInForce');
}

function Bands({ table }: { readonly table: ProcedureTable }) {
  const t = useT();
  return (
    <RecordList
      caption={t('procedure.bands')}
      rows={table.bands}
      rowKey={({ belowFen }: ProcedureBand) => belowFen}
      columns={[
        {
          key: 'limits',
          title: t('procedure.limits'),
          place: 'title',
          cell: ({ fromFen, belowFen }) => (
            <>
              <Money fen={fromFen} /> – <Money fen={belowFen} />
            </>
          ),
        },
        {
          key: 'methods',
          title: t('procedure.methods'),
          cell: ({ methods }) => methods.map((one) => t(`method.${one}`)).join(t('procedure.or')),
        },
        {
          key: 'decidedBy',
          title: t('procedure.decidedBy'),
          cell: ({ decidedBy }) => (decidedBy === '' ? '—' : decidedBy),
        },
      ]}
    />
  );
}
