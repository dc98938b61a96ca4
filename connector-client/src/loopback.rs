//! Which hosts are this machine, decided from the text alone.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a host, as a URL writes it, is this machine: `127.0.0.0/8`, `::1` or `localhost`.
///
/// Nothing is looked up: a name that today resolves to this machine is not a loopback host, since
/// tomorrow it may not. For the same reason an address counts only in its usual notation; `127.1`,
/// `2130706433` and `0x7f000001` mean 127.0.0.1 to some parsers and another host to others.
///
/// ```
/// use connector_client::is_loopback_host;
///
/// assert!(is_loopback_host("127.0.0.1"));
/// assert!(is_loopback_host("[::1]"));
/// assert!(!is_loopback_host("localhost.example.com"));
/// ```
#[must_use]
pub fn is_loopback_host(host: &str) -> bool {
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback();
    }
    let unbracketed = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    if let Ok(address) = unbracketed.unwrap_or(host).parse::<Ipv6Addr>() {
        return address.is_loopback();
    }
    // A final dot makes the name absolute; it is the same name.
    host.strip_suffix('.').unwrap_or(host).eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::is_loopback_host;

    #[track_caller]
    fn all(expected: bool, hosts: &[&str]) {
        for host in hosts {
            assert_eq!(is_loopback_host(host), expected, "{host}");
        }
    }

    #[test]
    fn this_machine() {
        all(true, &["127.0.0.1", "127.255.255.254", "::1", "[::1]", "[0:0:0:0:0:0:0:1]"]);
        all(true, &["localhost", "LOCALHOST", "LocalHost.", "localhost."]);
    }

    #[test]
    fn names_that_only_look_like_it() {
        all(false, &["127.0.0.1.evil.example", "localhost.evil.example", "evil-localhost"]);
        all(false, &["localhost..", ".localhost", "foo.localhost", "localhost.localdomain"]);
        all(false, &["127.0.0.1.", "127.0.0.1 ", "127.0.0.1:80", "localhost:80", "", ".", "[]"]);
    }

    #[test]
    fn addresses_in_an_unusual_notation() {
        all(false, &["2130706433", "0x7f000001", "0x7f.0.0.1", "127.1", "0177.0.0.1"]);
        all(false, &["[127.0.0.1]", "[::1", "::1]", "[[::1]]", "[::1%25lo]"]);
    }

    #[test]
    fn other_machines() {
        all(false, &["0.0.0.0", "128.0.0.1", "126.255.255.255", "10.0.0.1", "api.example.com"]);
        all(false, &["::", "[::]", "::2", "[::ffff:127.0.0.1]", "fe80::1"]);
    }
}
