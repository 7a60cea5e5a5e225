import { takesSealedBids } from '@core/tender';
import { planLines } from '@core/evaluation';
import type { TenderDetail } from '../../../shared/api/wire';
import { useLanguage } from '../../../shared/i18n/i18n-context';

/** How the bids of a tender are compared, as a row of its facts. */
export function PlanFacts({ tender }: { readonly tender: Pick<TenderDetail, 'method' | 'plan'> }) {
  const { t, locale } = useLanguage();
  if (!takesSealedBids(tender.method)) return null;
  return (
    <>
      <dt>{t('plan.title')}</dt>
      <dd>
        <ul className="plan-facts">
          {planLines(tender.plan, locale === 'en' ? 'en' : 'zh').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
