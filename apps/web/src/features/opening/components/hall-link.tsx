import { takesSealedBids } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import type { TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { LinkButton } from '../../../shared/ui/link-button';
import { openingOfTender } from '../queries';

/** The way from a tender to its hall, once the hall is open. */
export function HallLink({
  tender,
}: {
  readonly tender: Pick<TenderDetail, 'id' | 'state' | 'method'>;
}) {
  const t = useT();
  const begun = !['draft', 'published', 'terminated'].includes(tender.state);
  const sealed = takesSealedBids(tender.method);
  const opening = useQuery({ ...openingOfTender(tender.id), enabled: begun && sealed });
  if (opening.data === undefined) return null;
  return (
    <section className="card card__body stack no-print">
      <p className="small">{t('hall.linkText')}</p>
      <LinkButton
        primary={tender.state === 'opening'}
        to="/halls/$openingId"
        params={{ openingId: opening.data.id }}
      >
        {t('hall.link')}
      </LinkButton>
    </section>
  );
}
