import { Link } from '@tanstack/react-router';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon, type IconName } from '../../../shared/ui/icon';
import './errands.css';

const ERRANDS = [
  { who: 'bidder', icon: 'box' },
  { who: 'tenderer', icon: 'pencil' },
  { who: 'expert', icon: 'person' },
  { who: 'supervisor', icon: 'eye' },
] as const satisfies readonly { readonly who: string; readonly icon: IconName }[];

/** 我要办事: one entry for each kind of person; citizens need no account. */
export function Errands() {
  const t = useT();
  return (
    <section className="card" aria-labelledby="errands">
      <header className="card__head">
        <h2 id="errands">{t('home.errands')}</h2>
      </header>
      {ERRANDS.map(({ who, icon }) => (
        <Link key={who} to="/sign-in" search={{ to: '/work' }} className="errand">
          <Errand icon={icon} title={t(`home.${who}`)} text={t(`home.${who}Text`)} />
        </Link>
      ))}
      <Link to="/tenders" className="errand">
        <Errand icon="people" title={t('home.citizen')} text={t('home.citizenText')} />
      </Link>
    </section>
  );
}

function Errand({
  icon,
  title,
  text,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <>
      <Icon name={icon} />
      <span className="grow">
        <b>{title}</b>
        <span className="small muted">{text}</span>
      </span>
      <Icon name="forward" />
    </>
  );
}
