import { needsSecondFactor } from '@core/identity';
import type { Session } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { PageHead } from '../../../shared/ui/page-head';

/** Somebody opened the page of another role by its address: why it stays shut, and the way on. */
export function NotYours({ session }: { readonly session: Session }) {
  const t = useT();
  const { acting } = session;
  const unproven =
    acting !== null &&
    needsSecondFactor(acting.role) &&
    session.permissions.every((permission) => permission === 'account.manage');
  return (
    <>
      <PageHead title={t('notYours.title')} />
      <div className="card">
        <Empty
          fact={
            acting === null
              ? t('notYours.nobody')
              : t('notYours.text', { role: t(`role.${acting.role}`) })
          }
          {...(unproven ? { next: t('notYours.proof') } : {})}
          action={
            <span className="row">
              <LinkButton primary to="/work">
                {t('notYours.home')}
              </LinkButton>
              <LinkButton to="/work/account">{t('notYours.account')}</LinkButton>
            </span>
          }
        />
      </div>
    </>
  );
}
