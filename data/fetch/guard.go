package fetch

import (
	"net/netip"

	"code.dny.dev/ssrf"
)

// privateError says which address was refused.
type privateError struct{ address netip.Addr }

func (e *privateError) Error() string { return e.address.String() + " is not a public address" }

// public returns a *privateError unless a is an address of the public internet by
// the special-purpose registries of IANA (RFC 6890), on any port.
func public(a netip.AddrPort) error {
	ip := a.Addr().Unmap()
	// An IPv6-only network reaches all of IPv4 by this prefix (RFC 6052): what
	// counts is the address inside.
	if ssrf.IPv6NAT64Prefix.Contains(ip) {
		b := ip.As16()
		ip = netip.AddrFrom4([4]byte(b[12:]))
	}
	if guardian.SafeAddr(ip) != nil {
		return &privateError{a.Addr()}
	}
	return nil
}

var guardian = ssrf.New()
