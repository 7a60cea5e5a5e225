import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PERMISSIONS } from '@core/identity';
import { ACCESS, type Access } from '../../apps/api/src/http/access';
import { anApp, type TestApp } from '../support/app';

describe('deny by default', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await anApp('access_walk');
  });
  afterAll(() => app.close());

  it('says of every route handler who may call it', () => {
    const discovery = app.get(DiscoveryService, { strict: false });
    const scanner = new MetadataScanner();
    const bare: string[] = [];
    let seen = 0;
    for (const { instance, metatype } of discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method]!;
        if (Reflect.getMetadata('path', handler) === undefined) continue;
        seen++;
        const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
        const known = access === 'public' || (access && PERMISSIONS.includes(access));
        if (!known) bare.push(`${metatype?.name ?? '?'}.${method}`);
      }
    }
    expect(seen).toBeGreaterThan(10);
    expect(bare).toEqual([]);
  });

  it('says the same of every socket event', () => {
    const discovery = app.get(DiscoveryService, { strict: false });
    const scanner = new MetadataScanner();
    const events: string[] = [];
    const bare: string[] = [];
    for (const { instance } of discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method];
        if (typeof handler !== 'function') continue;
        if (Reflect.getMetadata('websockets:message_mapping', handler) !== true) continue;
        events.push(String(Reflect.getMetadata('message', handler)));
        if (Reflect.getMetadata(ACCESS, handler) === undefined) bare.push(method);
      }
    }
    expect(events).toEqual(expect.arrayContaining(['hall.join.v1', 'lottery.join.v1']));
    expect(bare).toEqual([]);
  });
});
