import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Draw } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { FactChip } from '../../../shared/ui/status-chip';
import { drawsOfTender } from '../queries';

/** Every attempt at a draw: a voided one stays for all to see, with its reason. */
export function AttemptsCard({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const { data } = useQuery(drawsOfTender(draw.tenderId));
  const attempts = data?.filter(({ purpose }) => purpose === draw.purpose) ?? [];
  if (attempts.length < 2) return null;
  return (
    <Card title={t('draw.attempts')}>
      <ul>
        {attempts.map((one) => (
          <li key={one.id}>
            <Link to="/draws/$drawId" params={{ drawId: one.id }}>
              {t('draw.attempt', { attempt: one.attempt })}
            </Link>{' '}
            <FactChip>{t(`drawState.${one.state}`)}</FactChip>
            {typeof one.void?.reason === 'string' ? (
              <p className="small muted">{t('draw.voidedFor', { reason: one.void.reason })}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
