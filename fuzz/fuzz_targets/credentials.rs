//! Credentials as they come from a file, for every connector.
#![no_main]

use connector_core::CredentialFields;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(fields) = CredentialFields::from_json(bytes) {
        for connector in connectors::all() {
            if let Ok(connection) = connector.connect(fields.clone()) {
                let url = connection.base_url().to_string();
                assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
            }
        }
    }
});
