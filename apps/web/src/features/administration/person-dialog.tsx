import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ROLES, roleFits, type Role } from '@core/identity';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Account } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { useAct } from '../../shared/ui/confirm-dialog';
import { DangerDialog } from '../../shared/ui/danger-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField } from '../../shared/ui/form-field';
import { organisations } from './queries';

/** One account: its roles, whether it is open, and help for whoever lost his password. */
export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: Account;
  readonly onClose: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const params = { path: { id: person.id } };
  return (
    <Modal
      open
      title={t('people.one', { name: person.name, username: person.username })}
      footer={<Button onClick={onClose}>{t('people.close')}</Button>}
      onCancel={onClose}
    >
      <div className="stack">
        <section>
          <h2>{t('people.roles')}</h2>
          <Roles person={person} />
          <Appoint person={person} />
        </section>
        <Reset person={person} />
        <section className="stack">
          <h2>{t('people.state')}</h2>
          <p className="small muted">{t('people.disableText')}</p>
          <div>
            {person.disabled ? (
              <span className="row">
                <ActButton
                  onAct={async () => {
                    await api.POST('/api/admin/people/{id}/enable', { params });
                    await refresh();
                  }}
                >
                  {t('people.enable')}
                </ActButton>
                <Erase person={person} onDone={onClose} />
              </span>
            ) : (
              <ActButton
                danger
                onAct={async () => {
                  await api.POST('/api/admin/people/{id}/disable', { params });
                  await refresh();
                }}
              >
                {t('people.disable')}
              </ActButton>
            )}
          </div>
        </section>
      </div>
    </Modal>
  );
}

function Roles({ person }: { readonly person: Account }) {
  const t = useT();
  const refresh = useRefresh();
  if (person.roles.length === 0) return <p className="muted">{t('people.noRoles')}</p>;
  return (
    <ul className="stack">
      {person.roles.map((held) => (
        <li key={held.id} className="row">
          <span>
            {held.organisationName} · {t(`role.${held.role}`)}
          </span>
          <ActButton
            small
            label={t('people.dismissOne', {
              role: t(`role.${held.role}`),
              organisation: held.organisationName,
            })}
            onAct={async () => {
              await api.DELETE('/api/admin/people/{id}/roles/{membershipId}', {
                params: { path: { id: person.id, membershipId: held.id } },
              });
              await refresh();
            }}
          >
            {t('people.dismiss')}
          </ActButton>
        </li>
      ))}
    </ul>
  );
}

interface Appointment {
  readonly organisationId: string;
  readonly role: Role;
}

function Appoint({ person }: { readonly person: Account }) {
  const t = useT();
  const refresh = useRefresh();
  const { data: places = [] } = useQuery(organisations);
  const [form] = Form.useForm<Appointment>();
  const chosen = Form.useWatch('organisationId', form) as string | undefined;
  const kind = places.find((place) => place.id === chosen)?.kind;
  const { busy, error, act } = useAct(async () => {
    const body = await form.validateFields();
    await api.POST('/api/admin/people/{id}/roles', { params: { path: { id: person.id } }, body });
    form.resetFields();
    await refresh();
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={act}>
      <FormField name="organisationId" label={t('people.organisation')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => form.setFieldValue('role', undefined)}
        />
      </FormField>
      <FormField name="role" label={t('people.role')} hint={t('people.roleHint')}>
        <Select
          disabled={kind === undefined}
          options={ROLES.filter((role) => kind !== undefined && roleFits(role, kind)).map(
            (role) => ({ value: role, label: t(`role.${role}`) }),
          )}
        />
      </FormField>
      <div className="stack">
        {error === null ? null : <ErrorNote error={error} />}
        <div>
          <Button htmlType="submit" loading={busy}>
            {t('people.appoint')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function Reset({ person }: { readonly person: Account }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ password: string }>();
  const { busy, error, act } = useAct(async () => {
    const body = await form.validateFields();
    await api.POST('/api/admin/people/{id}/reset', { params: { path: { id: person.id } }, body });
    form.resetFields();
    await refresh();
  });
  return (
    <section>
      <h2>{t('people.reset')}</h2>
      <p className="small muted">{t('people.resetText')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={act} autoComplete="off">
        <FormField
          name="password"
          label={t('people.firstPassword')}
          hint={t('people.firstPasswordHint')}
        >
          <Input.Password autoComplete="new-password" />
        </FormField>
        <div className="stack">
          {error === null ? null : <ErrorNote error={error} />}
          <div>
            <Button htmlType="submit" loading={busy}>
              {t('people.reset')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}

function Erase({ person, onDone }: { readonly person: Account; readonly onDone: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('people.erase')}
      </Button>
      <DangerDialog
        open={asking}
        title={t('people.eraseTitle')}
        loss={t('people.eraseLoss')}
        token={{
          label: t('people.eraseToken'),
          expected: person.username,
          hint: t('people.eraseHint', { username: person.username }),
        }}
        keepLabel={t('people.eraseKeep')}
        actLabel={t('people.erase')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/admin/people/{id}/erase', { params: { path: { id: person.id } } });
          onDone();
          await refresh();
        }}
      />
    </>
  );
}
