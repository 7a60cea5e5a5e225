import type { Pool, PoolStand } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Money } from '../../../shared/ui/money';

/** What a pool asks: its tiers, licences and periods. */
export function Terms({ terms }: { readonly terms: Pool['terms'] }) {
  const t = useT();
  return (
    <dl className="facts">
      {terms.tiers.map((tier) => (
        <div key={tier.key} className="facts__pair">
          <dt>{tier.name}</dt>
          <dd>
            {tier.qualification
              ? `${tier.qualification.type} ${tier.qualification.grade ?? ''} · `
              : null}
            {tier.upToFen === null ? t('pool.anySum') : t('pool.upTo')}{' '}
            {tier.upToFen === null ? null : <Money fen={tier.upToFen} />}
          </dd>
        </div>
      ))}
      {terms.licences.length === 0 ? null : (
        <div className="facts__pair">
          <dt>{t('pool.licences')}</dt>
          <dd>{terms.licences.map((one) => `${one.type} ${one.grade ?? ''}`.trim()).join('、')}</dd>
        </div>
      )}
      <div className="facts__pair">
        <dt>{t('pool.periods')}</dt>
        <dd>
          {t('pool.periodsText', {
            publicity: terms.publicityDays,
            review: terms.reviewMonths,
            coolOff: terms.coolOffMonths,
          })}
          {terms.mostUnfinished === null
            ? null
            : ` ${t('pool.mostUnfinished', { most: terms.mostUnfinished })}`}
        </dd>
      </div>
    </dl>
  );
}

/** How licences stand to the terms, condition by condition. */
export function Conditions({ stand }: { readonly stand: PoolStand }) {
  const t = useT();
  if (stand.conditions.length === 0) return <p className="small">{t('pool.noConditions')}</p>;
  return (
    <ul>
      {stand.conditions.map((one) => (
        <li key={`${one.type}/${one.grade ?? ''}`}>
          {one.type} {one.grade ?? ''} ·{' '}
          <span className={one.stand === 'held' ? 'muted' : ''}>{t(`poolStand.${one.stand}`)}</span>
        </li>
      ))}
    </ul>
  );
}
