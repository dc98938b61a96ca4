//! That a test leaves nobody out.

use std::collections::BTreeSet;

/// Every connector is among those that were tried: a new one is, too, or the test fails.
///
/// # Panics
/// Where one is missing.
#[track_caller]
pub fn assert_everyone(tried: impl IntoIterator<Item = &'static str>) {
    let tried: BTreeSet<&str> = tried.into_iter().collect();
    let everyone = connectors::all().iter().map(|connector| connector.name());
    let missing: Vec<&str> = everyone.filter(|name| !tried.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?} were not tried");
}
