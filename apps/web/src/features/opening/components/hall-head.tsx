import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { StatusChip } from '../../../shared/ui/status-chip';
import type { HallParts } from '../hall-context';
import { canSpeak, type useReadAloud } from '../use-read-aloud';

/** What is being opened, who watches, and the voice. */
export function HallHead({
  tender,
  live,
  voice,
}: HallParts & { readonly voice: ReturnType<typeof useReadAloud> }) {
  const t = useT();
  const over = ['closed', 'failed'].includes(live.hall.phase);
  return (
    <div className="hall__head">
      <div className="grow">
        <p className="row small">
          <StatusChip status={over ? 'closed' : 'live'} />
          <span className="mono muted">{tender.code}</span>
          <Link to="/tenders/$tenderId" params={{ tenderId: tender.id }}>
            {t('hall.toTender')}
          </Link>
          {live.watching === null ? null : (
            <span className="number">{t('hall.watching', { count: live.watching })}</span>
          )}
        </p>
        <h1>{tender.title}</h1>
        <p className="small muted">{t('hall.live')}</p>
      </div>
      {canSpeak() && !over ? (
        <Button icon={<Icon name="speech" />} aria-pressed={voice.on} onClick={voice.toggle}>
          {voice.on ? t('host.readAloudOff') : t('host.readAloud')}
        </Button>
      ) : null}
    </div>
  );
}
