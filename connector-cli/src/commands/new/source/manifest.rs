//! The manifest of a crate of its own.

use std::path::Path;

use crate::commands::new::draft::Draft;

/// A crate inside another's workspace says that it is none of its members.
pub(in crate::commands::new) fn manifest(draft: &Draft, core: &Path, stands_alone: bool) -> String {
    // A literal of JSON is one of TOML too.
    let core = serde_json::Value::from(core.display().to_string());
    let workspace = if stands_alone {
        "\n# Not a member of the workspace around it.\n[workspace]\n"
    } else {
        ""
    };
    let (package, title) = (draft.name.package(), draft.name.title());
    let rust_version = env!("CARGO_PKG_RUST_VERSION");
    format!(
        r#"[package]
name = "{package}"
description = "Payments of {title}"
version = "0.1.0"
edition = "2024"
rust-version = "{rust_version}"

[dependencies]
# The derives and what they stand on.
connector-core = {{ path = {core} }}
# The bodies of requests and responses are serde types.
serde = {{ version = "1.0", features = ["derive"] }}
# Statuses of HTTP, where the processor's errors are sorted.
http = "1.5"
{workspace}"#
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_versions_are_those_of_the_workspace() {
        let workspace = include_str!("../../../../../Cargo.toml");
        for line in [r#"serde = { version = "1.0", features = ["derive"] }"#, r#"http = "1.5""#] {
            assert!(workspace.lines().any(|other| other == line), "{line}");
        }
    }
}
