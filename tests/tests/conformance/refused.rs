//! How much of what is tried never becomes a request, and so is held against no description. The inputs vary what a
//! connector was seen to take; of these variants at least half have to be taken, too, or stand here.

use connector_tests::inputs::Tried;

/// Where most variants are refused: connector, flow, how many of a hundred at most, why.
const REFUSED: &[(&str, &str, usize, &str)] = &[
    (
        "adyen",
        "SetupMandate",
        60,
        "it needs a return URL, a reference and a customer, and each is left out",
    ),
    ("adyen", "SubmitEvidence", 90, ONE_EVIDENCE),
    ("authorizenet", "SetupMandate", 60, KEPT_WITH_ITS_CUSTOMER),
    ("braintree", "SubmitEvidence", 90, ONE_EVIDENCE),
    (
        "cybersource",
        "Authenticate",
        60,
        "it needs the whole address of the payer, and each part is left out",
    ),
    (
        "klarna",
        "SetupMandate",
        60,
        "it needs a description and the customer's language, and each is left out",
    ),
    ("mollie", "SetupMandate", 60, KEPT_WITH_ITS_CUSTOMER),
    ("mollie", "RepeatPayment", 60, KEPT_WITH_ITS_CUSTOMER),
    ("square", "SetupMandate", 60, KEPT_WITH_ITS_CUSTOMER),
    ("square", "RepeatPayment", 60, KEPT_WITH_ITS_CUSTOMER),
    ("square", "SubmitEvidence", 90, ONE_EVIDENCE),
];

const KEPT_WITH_ITS_CUSTOMER: &str =
    "it needs the processor's own id of the customer, which most values of the customer lack";

const ONE_EVIDENCE: &str =
    "one kind of evidence is taken with a call, and every other one is refused";

/// What is wrong with how much of this flow is refused.
pub(crate) fn problem(connector: &str, flow: &str, tried: &Tried) -> Option<String> {
    if tried.built.is_empty() {
        return Some(format!("{connector} {flow}: nothing was accepted: {:#?}", tried.refused));
    }
    let refused: usize = tried.refused.values().sum();
    let share = refused.saturating_mul(100).checked_div(refused.saturating_add(tried.varied));
    let share = share.unwrap_or_default();
    let row = REFUSED.iter().find(|row| (row.0, row.1) == (connector, flow));
    let most = row.map_or(50, |row| row.2);
    if share > most {
        let reasons = &tried.refused;
        return Some(format!(
            "{connector} {flow}: {share} % are refused, not {most}: {reasons:#?}"
        ));
    }
    (row.is_some() && share <= 50)
        .then(|| format!("{connector} {flow}: {share} % are refused, and need no row any more"))
}

/// Else nothing would be seen of what is never built.
#[test]
fn what_is_mostly_refused_is_a_problem_and_so_is_a_row_of_what_is_not() {
    let tried = |varied, refused| {
        let request = http::Request::new(bytes::Bytes::new());
        let built = vec![connector_tests::inputs::Built { data: String::new(), request }];
        Tried { built, varied, refused: [("why".to_owned(), refused)].into() }
    };
    assert_eq!(problem("stripe", "Capture", &tried(10, 10)), None);
    assert!(problem("stripe", "Capture", &tried(10, 11)).is_some());
    assert!(problem("stripe", "Capture", &Tried::default()).is_some());
    let (connector, flow, ..) = REFUSED[0];
    assert_eq!(problem(connector, flow, &tried(40, 60)), None);
    assert!(problem(connector, flow, &tried(30, 70)).is_some());
    assert!(problem(connector, flow, &tried(50, 50)).is_some());
    assert!(REFUSED.iter().all(|row| row.3.len() > 10));
}
