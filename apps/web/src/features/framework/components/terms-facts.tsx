import type { Framework } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { FactChip } from '../../../shared/ui/status-chip';

/** The terms of a framework as everybody reads them, from its call on. */
export function TermsFacts({ framework: one }: { readonly framework: Framework }) {
  const t = useT();
  const { terms, startsOn, endsOn } = one;
  return (
    <dl className="facts">
      <dt>{t('framework.collector')}</dt>
      <dd>{one.tendererName}</dd>
      <dt>{t('framework.buyers')}</dt>
      <dd>{terms.buyers}</dd>
      <dt>{t('framework.term')}</dt>
      <dd>
        {startsOn === null || endsOn === null
          ? t('framework.months', { months: terms.months })
          : t('framework.period', { from: startsOn, to: endsOn })}
      </dd>
      <dt>{t('framework.ways')}</dt>
      <dd className="row">
        {terms.callOff.map((way) => (
          <FactChip key={way}>{t(`framework.way.${way}`)}</FactChip>
        ))}
      </dd>
      <dt>{t('framework.elimination')}</dt>
      <dd>
        {t('framework.eliminationRate', { percent: terms.eliminationPercent })}
        {terms.most === null ? '' : ` · ${t('framework.mostOf', { most: terms.most })}`}
      </dd>
      {terms.outsideAward ? (
        <>
          <dt>{t('framework.outside')}</dt>
          <dd>{t('terms.outsideAward')}</dd>
        </>
      ) : null}
    </dl>
  );
}
