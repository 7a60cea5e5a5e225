import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { ClarificationText } from './clarification-text';
import { unseenClarifications } from './queries';

/** Stands before the bid until every clarification has been seen; says which, in full. */
export function UnseenGate({
  tenderId,
  children,
}: {
  readonly tenderId: string;
  readonly children: ReactNode;
}) {
  const t = useT();
  const refresh = useRefresh();
  const { data: unseen = [] } = useQuery(unseenClarifications(tenderId));
  if (unseen.length === 0) return children;
  return (
    <section className="card card__body stack" aria-label={t('clarification.unseen')}>
      <h2>{t('clarification.unseen')}</h2>
      {unseen.map((one) => (
        <div key={one.number} className="stack">
          <ClarificationText one={one} />
          <div>
            <ActButton
              primary
              onAct={async () => {
                await api.POST('/api/tenders/{id}/clarifications/{number}/seen', {
                  params: { path: { id: tenderId, number: one.number } },
                });
                await refresh();
              }}
            >
              {t('clarification.see', { number: one.number })}
            </ActButton>
          </div>
        </div>
      ))}
    </section>
  );
}
