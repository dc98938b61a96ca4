//! The parser of URL templates, which reads what authors write.
#![no_main]
#![allow(dead_code, unused_imports)]

#[path = "../../connector-macros/src/template.rs"]
mod template;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match template::Template::parse(text) {
        Ok(parsed) => {
            assert!(
                text.starts_with('/') || text.is_empty() || !parsed.path.is_empty(),
                "{text:?}"
            );
            assert!(parsed.names().all(|name| !name.is_empty()), "{text:?}");
        }
        Err(problems) => assert!(!problems.is_empty(), "{text:?} is refused without a reason"),
    }
});
