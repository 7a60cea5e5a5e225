import { Button } from 'antd';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { ringTone } from './ring-tone';
import { usePhone, type Phone } from './use-phone';
import './phone-card.css';

const KEYS = ['1', '2', '3'] as const;

/** The telephone of an expert: out of the way until somebody calls, then at the edge of whatever page is open. */
export function PhoneCard() {
  const t = useT();
  const refresh = useRefresh();
  const phone = usePhone(useCallback(() => void refresh(), [refresh]));
  const { call } = phone;
  if (call === null) return null;
  return (
    <section className="phone no-print" aria-label={t('phone.title')}>
      <p className="phone__head" role={call.state === 'ringing' ? 'alert' : undefined}>
        <Icon name="bell" />
        <b>{t(`phone.${call.state}`)}</b>
      </p>
      {call.state === 'ringing' ? <Ringing phone={phone} /> : null}
      {call.state === 'ringing' ? null : (
        <p className="phone__caption" lang="zh-CN" aria-live="polite">
          {call.caption}
        </p>
      )}
      {call.state === 'talking' ? <Keypad phone={phone} /> : null}
      {call.state === 'over' ? (
        <Button block onClick={phone.hangUp}>
          {t('phone.close')}
        </Button>
      ) : null}
    </section>
  );
}

function Ringing({ phone }: { readonly phone: Phone }) {
  const t = useT();
  useEffect(() => ringTone(), []);
  return (
    <div className="phone__acts">
      <Button type="primary" size="large" onClick={phone.answer}>
        {t('phone.answer')}
      </Button>
      <Button size="large" onClick={phone.hangUp}>
        {t('phone.refuse')}
      </Button>
      <p className="small muted">{t('phone.refuseNote')}</p>
    </div>
  );
}

/** Keys 1, 2 and 3, on the page and on the keyboard; while the call lasts the keyboard belongs to it. */
function Keypad({ phone }: { readonly phone: Phone }) {
  const t = useT();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = KEYS.find((one) => one === event.key);
    if (key === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.stopPropagation();
    event.preventDefault();
    phone.press(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
  return (
    <>
      <div className="phone__keys">
        {KEYS.map((key) => (
          <button key={key} type="button" className="phone__key" onClick={() => phone.press(key)}>
            <span className="phone__digit number">{key}</span>
            {t(`phone.key${key}`)}
          </button>
        ))}
      </div>
      <Button block onClick={phone.hangUp}>
        {t('phone.hangUp')}
      </Button>
    </>
  );
}
