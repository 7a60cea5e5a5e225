import { aModule, type TestModule } from '../../../../test/support/module';
import { FileStore } from '@server/platform';
import { Accounts } from './accounts';
import { IdentityModule } from './identity.module';
import { OwnFiles } from './own-files';

describe('files somebody may put into a record', () => {
  let module: TestModule;
  let mine: string;
  let other: string;
  let strange: string;
  let person: string;
  let colleague: string;

  beforeAll(async () => {
    module = await aModule('own_files', [IdentityModule]);
    const accounts = module.get(Accounts);
    const found = (name: string): Promise<string> => accounts.found({ kind: 'tenderer', name });
    [mine, other, strange] = [await found('甲局'), await found('乙局'), await found('丙局')];
    const add = (username: string): Promise<string> =>
      accounts.add({ username, name: username, passwordHash: 'x' });
    [person, colleague] = [await add('person'), await add('colleague')];
    for (const organisation of [mine, other]) {
      await accounts.appoint(person, organisation, 'tenderer');
    }
    await accounts.appoint(colleague, mine, 'tenderer');
  });
  afterAll(() => module.close());

  const sent = async (uploadedBy: string, organisationId?: string): Promise<string> => {
    const file = await module.get(FileStore).put(new TextEncoder().encode('材料'), {
      name: '材料.txt',
      media: 'text/plain',
      uploadedBy,
      dataClass: 'internal',
      ...(organisationId === undefined ? {} : { organisationId }),
    });
    return file.id;
  };
  const get = (organisationId: string, id: string): Promise<unknown> =>
    module.get(OwnFiles).get({ organisationId }, id);

  it('are those sent for the same organisation, by whomever', async () => {
    for (const sender of [person, colleague]) {
      const id = await sent(sender, mine);
      expect(await get(mine, id)).toMatchObject({ id, organisationId: mine });
    }
  });

  it('are not what the same person sent for another of his organisations', async () => {
    const id = await sent(person, other);
    await expect(get(mine, id)).rejects.toMatchObject({ code: 'file.not_found' });
    await expect(get(strange, id)).rejects.toMatchObject({ code: 'file.not_found' });
    expect(await module.get(OwnFiles).find({ organisationId: mine }, id)).toBeNull();
  });

  it('are, of those older than the question, what a member has sent', async () => {
    const id = await sent(person);
    for (const organisation of [mine, other]) {
      expect(await get(organisation, id)).toMatchObject({ id });
    }
    await expect(get(strange, id)).rejects.toMatchObject({ code: 'file.not_found' });
  });
});
