import { useQuery } from '@tanstack/react-query';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { LinkButton } from '../../../shared/ui/link-button';
import { QueryView } from '../../../shared/ui/query-view';
import { isDivided } from '../../lot/lots';
import { contractsOf } from '../queries';
import { StateOfContract } from './contract-state';
import { WriteForm } from './write-form';

/** After the award: each lot's contract, to be written or as it stands. */
export function ContractCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const query = useQuery(contractsOf(tender.id));
  const awarded = tender.lots.filter(({ state }) => state === 'awarded');
  return (
    <Card title={t('contract.title')}>
      <QueryView query={query} what={t('contract.title')}>
        {(contracts) =>
          awarded.map(({ number, title }) => {
            const written = contracts.find(({ lot }) => lot === number);
            return (
              <div key={number} className="stack">
                {isDivided(tender) ? (
                  <h3>
                    {t('lot.number', { number })} {title}
                  </h3>
                ) : null}
                {written === undefined ? (
                  <WriteForm tenderId={tender.id} lot={number} before={undefined} />
                ) : (
                  <div className="row">
                    <span className="mono">{written.number}</span>
                    <StateOfContract contract={written} />
                    <LinkButton
                      to="/work/contracts/$contractId"
                      params={{ contractId: written.id }}
                    >
                      {t('contract.open')}
                    </LinkButton>
                  </div>
                )}
              </div>
            );
          })
        }
      </QueryView>
    </Card>
  );
}
