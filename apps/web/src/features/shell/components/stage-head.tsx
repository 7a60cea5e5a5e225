import { hourMinuteSecond } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { Logo } from '../../../shared/ui/logo';

/** The head of every big screen: what this is, and the platform's time. */
export function StageHead({ title, lead }: { readonly title: string; readonly lead: string }) {
  const t = useT();
  const { now } = useServerClock();
  return (
    <header className="stage__top">
      <Logo size={72} />
      <div>
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      <div className="stage__clock number">
        {now === null ? t('common.none') : hourMinuteSecond(now)}
        <small>{t('clock.beijing')}</small>
      </div>
    </header>
  );
}
