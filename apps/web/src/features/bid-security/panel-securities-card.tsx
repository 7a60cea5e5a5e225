import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { EvaluationRoom } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { panelSecurities } from './queries';
import { GuaranteeLine, SecurityChecks } from './security-facts';

/** For the preliminary review: whether the security of each bid is there, and nothing of who paid it. */
export function PanelSecuritiesCard({ room }: { readonly room: EvaluationRoom }) {
  const t = useT();
  const { data = [] } = useQuery(panelSecurities(room.tender.id));
  const isWanted = room.lots.some(({ bidBondFen }) => bidBondFen !== '0');
  if (!isWanted) return null;
  return (
    <Card title={t('security.title')}>
      <p className="small muted">{t('security.panelLead')}</p>
      {data.map(({ bidId, checks, guarantee }) => (
        <section key={bidId}>
          <h3>{room.bids.find(({ id }) => id === bidId)?.bidderName ?? ''}</h3>
          <GuaranteeLine
            guarantee={guarantee}
            onPaper={() =>
              api.GET('/api/evaluations/{tenderId}/securities/{bidId}/guarantee', {
                params: { path: { tenderId: room.tender.id, bidId } },
                parseAs: 'blob',
              })
            }
          />
          <SecurityChecks checks={checks} />
        </section>
      ))}
    </Card>
  );
}
