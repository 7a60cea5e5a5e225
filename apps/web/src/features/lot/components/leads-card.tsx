import { useT } from '../../../shared/i18n/i18n-context';
import type { EvaluationRoom } from '../../../shared/api/wire';
import { Card } from '../../../shared/ui/card';

type Leads = EvaluationRoom['leads'];

/** Relations between bidders: something to look into, and said so. */
export function LeadsCard({
  leads,
  divided,
}: {
  readonly leads: Leads;
  readonly divided: boolean;
}) {
  const t = useT();
  return (
    <Card title={t('lot.leads')}>
      <p className="small muted">{t('lot.leadsText')}</p>
      {leads.length === 0 ? <p>{t('lot.leadsNone')}</p> : null}
      <ul>
        {leads.map(({ lot, one, other, by, citation }) => (
          <li key={`${lot} ${one} ${other}`}>
            {divided ? <span className="muted">{t('lot.number', { number: lot })} </span> : null}
            <b>{t('lot.lead', { one, other })}</b>{' '}
            <span className="small muted">
              {t(`lot.by.${by}`)}
              {citation === null ? '' : ` · ${citation}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
