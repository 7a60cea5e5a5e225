import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { OpenSecurity } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { givenSecurities } from './queries';
import {
  GuaranteeLine,
  PaymentLine,
  SecurityChecks,
  SecurityRelease,
  SecurityStateChip,
} from './security-facts';

interface GivenSecuritiesProps {
  readonly tender: {
    readonly id: string;
    readonly state: string;
    readonly lots: readonly { readonly bidBondFen: string }[];
  };
}

/** From the opening on: who gave which security, for whoever runs the tender and for the supervisor. Else nothing. */
export function GivenSecuritiesCard({ tender }: GivenSecuritiesProps) {
  const reads = usePermission('bid_security.read');
  const isWanted = tender.lots.some(({ bidBondFen }) => bidBondFen !== '0');
  const isOpened = !['draft', 'published', 'terminated'].includes(tender.state);
  return reads && isWanted && isOpened ? (
    <Given tenderId={tender.id} divided={tender.lots.length > 1} />
  ) : null;
}

function Given({ tenderId, divided }: { readonly tenderId: string; readonly divided: boolean }) {
  const t = useT();
  // Another tenderer reads the page too, and is not told: nothing is shown then.
  const { data } = useQuery(givenSecurities(tenderId));
  if (data === undefined) return null;
  return (
    <Card title={t('security.given')}>
      <p className="small muted">{t('security.givenLead')}</p>
      {data.length === 0 ? <p>{t('security.givenNone')}</p> : null}
      {data.map((one) => (
        <GivenOne key={one.id} one={one} divided={divided} />
      ))}
    </Card>
  );
}

function GivenOne({ one, divided }: { readonly one: OpenSecurity; readonly divided: boolean }) {
  const t = useT();
  const name = divided
    ? `${t('lot.number', { number: one.lot })} · ${one.bidderName}`
    : one.bidderName;
  return (
    <section aria-label={name}>
      <h3 className="row">
        {name} <SecurityStateChip state={one.state} />
      </h3>
      {one.payments.map((payment) => (
        <PaymentLine key={payment.id} payment={payment} />
      ))}
      <GuaranteeLine
        guarantee={one.guarantee}
        onPaper={() =>
          api.GET('/api/tenders/{id}/securities/{security}/guarantee', {
            params: { path: { id: one.tenderId, security: one.id } },
            parseAs: 'blob',
          })
        }
      />
      <SecurityChecks checks={one.checks} />
      <SecurityRelease {...one} />
      {one.sharedWith.length === 0 ? null : (
        <p className="small">
          {t('security.sharedWith', { names: one.sharedWith.join(t('list.comma')) })}
        </p>
      )}
    </section>
  );
}
