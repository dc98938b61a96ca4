//! Mistakes in `within`.

use super::{derive_of, expand};

fn problems(body: &str, field: &str) -> Vec<String> {
    let text = format!(
        "#[derive(ConnectorFlow)] #[connector_flow(connector = C, flow_name = PSync, \
         http_method = Post, url = \"/p\", body = {body}, response = R)] \
         struct Request<'a> {{ {field} id: &'a PaymentId, \
         #[connector_flow(from = request.connector_transaction_id)] payment: &'a PaymentId }}"
    );
    let item = syn::parse_str(&text).unwrap();
    expand(derive_of(&item), &item).1
}

#[test]
fn what_cannot_be_within_an_object_is_said() {
    let from = "from = request.connector_transaction_id";
    for (body, keys, problem) in [
        ("Json", "within = \"order\"", None),
        ("Json", "query, within = \"order\"", Some("goes into the query, which holds no objects")),
        ("Json", "within = \"order.\"", Some("the keys of the objects around it")),
        ("Json", "within = \"order/a\"", Some("with dots between them")),
        ("Json", "within = \"order[a]\"", Some("with dots between them")),
        ("Json", "within = \"payment\"", Some("`payment` is an object that other fields go")),
        ("Multipart", "within = \"order\"", Some("a multipart body hold no objects")),
    ] {
        let found = problems(body, &format!("#[connector_flow({from}, {keys})]"));
        match problem {
            None => assert_eq!(found, [""; 0]),
            Some(problem) => assert!(found.concat().contains(problem), "{keys}: {found:?}"),
        }
    }
}
