//! What each derive expands to, kept as files. `BLESS=1 cargo test -p connector-macros` writes them.

use super::{Sample, expand, folder, printed, samples};

#[test]
fn expansions_are_those_that_are_kept() {
    let bless = std::env::var_os("BLESS").is_some();
    for Sample { name, item, derive } in samples() {
        let (expansion, errors) = expand(derive, &item);
        assert_eq!(errors, [""; 0], "{name}");
        let path = folder().join(format!("{name}.expanded.rs"));
        let expansion = printed(expansion);
        if bless {
            std::fs::write(&path, &expansion).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == expansion, "{name} expands to\n{expansion}");
    }
}

/// The agreed limit. It keeps a crate of hundreds of flows quick to build.
#[test]
fn a_flow_of_three_fields_expands_to_less_than_60_lines() {
    let flow = samples().into_iter().find(|sample| sample.name == "get_with_query_and_header");
    let Sample { item, derive, .. } = flow.unwrap();
    let lines = printed(expand(derive, &item).0).lines().count();
    assert!(lines < 60, "{lines} lines");
}

/// With each flow of a response comes as much as with the one before it.
#[test]
fn an_expansion_is_linear_in_the_number_of_flows() {
    let response = samples().into_iter().find(|sample| sample.name == "flow_response").unwrap();
    let lines = |flows: &[&str]| {
        let flows = flows.join(", ");
        let item: syn::DeriveInput = syn::parse_str(&format!(
            "#[flow_response({flows})] struct Payment {{
                #[flow_response(connector_transaction_id)] id: PaymentId,
                #[flow_response(status)] status: Wire<Word>,
                #[flow_response(amount)] amount: Amount,
            }}"
        ))
        .unwrap();
        printed(expand(response.derive, &item).0).lines().count()
    };
    let flows = ["PSync", "Authorize", "Void", "Capture", "Refund", "Sale", "Return", "Accept"];
    let counts: Vec<usize> = (1..=flows.len()).map(|count| lines(&flows[..count])).collect();
    let each: Vec<usize> = counts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    // One flow's facts stand in fewer lines than those of several, and a flow that events tell of has one more.
    assert!(each.iter().skip(1).all(|lines| *lines == each[1]), "{counts:?}");
}

/// Paths are absolute, and begin with the crate that the attribute names.
#[test]
fn only_the_named_crate_is_named() {
    let all = samples().into_iter();
    for Sample { name, item, derive } in all.filter(|sample| sample.name == "written_by_hand") {
        let expansion = printed(expand(derive, &item).0);
        let elsewhere = expansion.replace("::facade::connector_core", "");
        assert!(!elsewhere.contains("connector_core"), "{name}: {expansion}");
    }
}
