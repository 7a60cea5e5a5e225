import { useMemo } from 'react';
import { useT } from '../../shared/i18n/i18n-context';
import { VerifyBadge } from '../../shared/ui/verify-badge';
import { archiveUrl, bundleCheck, bundleUrl } from './bundle-check';
import { VerifyPageLink } from './verify-page-link';

/** 验证全部记录: log, bids, opening and draws of a tender, recomputed by the reader's own browser. */
export function VerifyAllCard({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const check = useMemo(() => bundleCheck(t, tenderId), [t, tenderId]);
  return (
    <section className="card card__body no-print">
      <h3 className="tender-aside__verify">{t('verifyAll.title')}</h3>
      <p className="small muted">{t('verifyAll.text')}</p>
      <VerifyBadge label={t('verifyAll.act')} check={check} />
      <VerifyPageLink bundle={bundleUrl(tenderId)} archive={archiveUrl(tenderId)} />
    </section>
  );
}
