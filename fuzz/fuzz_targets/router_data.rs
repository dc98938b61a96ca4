//! Every reader of a flow's data, and what builds a request of them: the first byte chooses connector
//! and flow, and the rest is the JSON.
#![no_main]

use connector_tests::asked::{Asked, chosen};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static ASKED: Vec<Asked> = Asked::all();
}

fuzz_target!(|bytes: &[u8]| {
    ASKED.with(|asked| {
        let Some((which, json)) = chosen(bytes, asked.len()) else { return };
        let asked = &asked[which];
        let good = asked.build(asked.data.as_bytes()).expect("good data");
        if let Ok(request) = asked.build(json) {
            // Whatever the data say, the request goes where the connector wants it.
            assert_eq!(request.uri().scheme_str(), Some("https"));
            let place = |request: &http::Request<bytes::Bytes>| {
                let path = request.uri().path();
                (request.method().clone(), path.split('/').count())
            };
            if asked.name.1 == "PSync" {
                assert_eq!(place(&request).1, place(&good).1, "{}", request.uri());
            }
            assert!(!request.uri().path().split('/').any(|segment| segment == ".."));
        }
    });
});
