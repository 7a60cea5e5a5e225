import type { Threat } from './lie';

/** What no bundle can show, and who can. */
export const NOT_SHOWN: Readonly<Partial<Record<Threat, string>>> = {
  '2.1 operator shows different logs':
    'each bundle is consistent in itself; the witnesses cosign one history only (tested below with their own decision)',
  '3.1 operator stuffs the pool':
    'the commitment fixes the pool, not its quality; the registry is audited by the supervisor',
  '4.1 platform reads before the opening':
    'reading leaves no trace; the platform holds no secret, so it takes t holders',
  '4.1 fewer than t holders read early':
    'reading leaves no trace; fewer than t shares carry no information (property test of the escrow)',
  '4.1 operator serves malicious JavaScript':
    'happens before anything is sealed; the command line and the offline page have published digests',
};
