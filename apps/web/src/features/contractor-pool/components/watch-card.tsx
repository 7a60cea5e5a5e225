import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { QueryView } from '../../../shared/ui/query-view';
import { poolWatch } from '../queries';

/** Firms that won more than audits find usual: a lead for the supervisor. */
export function WatchCard({ poolId }: { readonly poolId: string }) {
  const t = useT();
  const query = useQuery(poolWatch(poolId));
  return (
    <Card title={t('pool.watch')}>
      <p className="small muted">{t('pool.watchLead')}</p>
      <QueryView query={query} what={t('pool.watch')}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t('pool.watchNone')}</p>
          ) : (
            <ul>
              {rows.map((one) => (
                <li key={one.creditCode}>
                  {t('pool.watchLine', {
                    firm: one.name,
                    entered: one.entered,
                    won: one.won,
                    expected: one.expected,
                    percent: one.abovePercent,
                  })}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
