import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Enterprise } from '../../../shared/api/wire';
import { dateTime, isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { MissingDialog } from '../components/missing-dialog';
import { enterpriseQueue } from '../queries';
import '../enterprise.css';

/** The registrar's queue: what each firm says of itself, and the answer. */
export function EnterpriseQueuePage() {
  const t = useT();
  const query = useQuery(enterpriseQueue);
  return (
    <>
      <PageHead title={t('queue.enterprises')} lead={t('queue.enterprisesLead')} />
      <div className="card">
        <QueryView query={query} what={t('enterprise.what')}>
          {(all) =>
            all.length === 0 ? (
              <Empty fact={t('queue.empty')} next={t('queue.emptyNext')} />
            ) : (
              <ul>
                {all.map((enterprise) => (
                  <li key={enterprise.id} className="queue-item">
                    <QueueItem enterprise={enterprise} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </div>
    </>
  );
}

const SHOWN = [
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankName',
  'bankAccount',
] as const;

function QueueItem({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  const refresh = useRefresh();
  const [returning, setReturning] = useState(false);
  const answer = async (missing: string[]) => {
    await api.POST('/api/enterprises/{id}/answer', {
      params: { path: { id: enterprise.id } },
      body: { missing },
    });
    setReturning(false);
    await refresh();
  };
  return (
    <article className="stack">
      <h2>{enterprise.name}</h2>
      <dl className="facts">
        <dt>{t('register.creditCode')}</dt>
        <dd className="mono">{enterprise.creditCode}</dd>
        {SHOWN.map((field) => (
          <div key={field} className="facts__pair">
            <dt>{t(`enterprise.${field}`)}</dt>
            <dd>{enterprise[field]}</dd>
          </div>
        ))}
        <dt>{t('enterprise.qualifications')}</dt>
        <dd>
          {enterprise.qualifications.map((one) => (
            <div key={one.certificate}>
              {one.type} {one.grade} · <span className="mono">{one.certificate}</span> ·{' '}
              {t('enterprise.qualificationUntil')} {isoDate(one.validUntil)}
            </div>
          ))}
        </dd>
        <dt>{t('enterprise.submit')}</dt>
        <dd className="number">
          {enterprise.submittedAt === null ? t('common.none') : dateTime(enterprise.submittedAt)}
        </dd>
      </dl>
      <div className="row">
        <ActButton primary onAct={() => answer([])}>
          {t('queue.complete')}
        </ActButton>
        <Button onClick={() => setReturning(true)}>{t('queue.return')}</Button>
      </div>
      <MissingDialog open={returning} onKeep={() => setReturning(false)} onReturn={answer} />
    </article>
  );
}
