/** Whom a limit counts: the address of a caller, or the network that their line was given. */
import { networkOf } from './http'

it.each([
  ['an IPv4 address is one line', '203.0.113.7', '203.0.113.7'],
  ['also where the system writes it as IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
  ['of IPv6 the network', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['another address in it is the same line', '2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['leading zeros are none', '2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['zeros left out are counted', '2001:db8::1', '2001:db8:0:0::/64'],
  ['a device’s own way out is no part of it', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['what is no address stays what it is', 'unknown', 'unknown'],
])('%s', (_, address, network) => {
  expect(networkOf(address)).toBe(network)
})
