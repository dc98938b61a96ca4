//! Every reader of answers: the first byte chooses connector and flow, the second the status, the third
//! the content type, and the rest is the body.
#![no_main]

use connector_tests::asked::{Asked, CONTENT_TYPES, STATUSES, chosen};
use libfuzzer_sys::fuzz_target;

thread_local! {
    static ASKED: Vec<Asked> = Asked::all();
}

fuzz_target!(|bytes: &[u8]| {
    ASKED.with(|asked| {
        let Some((which, bytes)) = chosen(bytes, asked.len()) else { return };
        let Some((status, bytes)) = chosen(bytes, STATUSES.len()) else { return };
        let Some((form, body)) = chosen(bytes, CONTENT_TYPES.len()) else { return };
        let (asked, status) = (&asked[which], STATUSES[status]);
        let response = || {
            let response = http::Response::builder().status(status);
            let response = response.header("content-type", CONTENT_TYPES[form]);
            response.body(bytes::Bytes::copy_from_slice(body)).expect("a response")
        };
        let read = || asked.flow().handle_response(asked.data.as_bytes(), response());
        let report = read().expect("the data are of the flow");
        // No status from an error, and the same from the same bytes.
        assert!(
            (200..300).contains(&status) || report.status.is_none(),
            "{:?} {report:?}",
            asked.name
        );
        assert_eq!(report.outcome == "status", report.status.is_some());
        assert_eq!(report, read().expect("the data are of the flow"));
    });
});
