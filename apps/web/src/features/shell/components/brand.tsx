import { Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Logo } from '../../../shared/ui/logo';

/** Logo and names, leading home. */
export function Brand({ size = 44 }: { readonly size?: number }) {
  const t = useT();
  return (
    <Link to="/" className="brand">
      <Logo size={size} />
      <span>
        <b>{t('app.name')}</b>
        <span className="brand__platform">{t('app.platform', { county: t('app.county') })}</span>
      </span>
    </Link>
  );
}
