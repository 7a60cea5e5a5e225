import { Button, Input, Select } from 'antd';
import type { Result } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import type { TypedDecision, TypedMember } from './typed-decision';
import './committee-fields.css';

interface CommitteeFieldsProps {
  readonly typed: TypedDecision;
  readonly candidates: Result['candidates'];
  /** How many members the local document asks for; null: it does not say. */
  readonly least: number | null;
  readonly most: number;
  readonly onChange: (typed: TypedDecision) => void;
}

/** The members of a committee, each with his vote where it votes. */
export function CommitteeFields({
  typed,
  candidates,
  least,
  most,
  onChange,
}: CommitteeFieldsProps) {
  const t = useT();
  const { members, way } = typed;
  const put = (at: number, change: Partial<TypedMember>): void =>
    onChange({
      ...typed,
      members: members.map((one, index) => (index === at ? { ...one, ...change } : one)),
    });
  return (
    <fieldset className="stack committee">
      <legend>{t('decide.members')}</legend>
      {least === null ? null : <p className="small muted">{t('decide.least', { count: least })}</p>}
      {members.map(({ name, post, choice }, at) => (
        <div key={at} className="committee__row">
          <Input
            aria-label={t('decide.memberName', { number: at + 1 })}
            placeholder={t('decide.memberName', { number: at + 1 })}
            maxLength={60}
            value={name}
            onChange={(event) => put(at, { name: event.target.value })}
          />
          <Input
            aria-label={t('decide.memberPost', { number: at + 1 })}
            placeholder={t('decide.memberPost', { number: at + 1 })}
            maxLength={120}
            value={post}
            onChange={(event) => put(at, { post: event.target.value })}
          />
          {way === 'vote' ? (
            <Select
              aria-label={t('decide.memberChoice', { number: at + 1 })}
              placeholder={t('decide.memberChoice', { number: at + 1 })}
              value={choice}
              options={candidates.map((one) => ({ value: one.number, label: one.name }))}
              onChange={(number) => put(at, { choice: number })}
            />
          ) : null}
          <Button
            disabled={members.length <= Math.max(1, least ?? 1)}
            onClick={() =>
              onChange({ ...typed, members: members.filter((_, index) => index !== at) })
            }
          >
            {t('decide.dropMember', { number: at + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          disabled={members.length >= most}
          onClick={() =>
            onChange({ ...typed, members: [...members, { name: '', post: '', choice: null }] })
          }
        >
          {t('decide.addMember')}
        </Button>
      </div>
    </fieldset>
  );
}
