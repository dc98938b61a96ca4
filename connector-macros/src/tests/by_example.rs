//! The tables in `connector-core/src/derives/keys/`, which show each key of each attribute: how it is
//! written, a mistake in it, and what is said about that. Every line is run, and every key has its line.
//! `BLESS=1 cargo test -p connector-macros` writes what is said.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::str::FromStr as _;

use proc_macro2::{TokenStream, TokenTree};

use super::{derive_of, expand};
use crate::attributes::Syntax;

/// A place of an attribute, as the tables call it.
struct Place {
    /// The file, and the head of the table's first column.
    table: (&'static str, &'static str),
    syntaxes: &'static [&'static Syntax],
    /// The item around the line, with `…` in the line's place, and `‥` where a second attribute may stand.
    item: &'static str,
    /// What stands beside a line that does not say it itself.
    beside: &'static [&'static str],
}

/// What is in the place of a key that would stand beside it.
const INSTEAD: [(&str, &str); 3] =
    [("value", "from"), ("signature", "header"), ("headers", "header")];

const PLACES: &[Place] = &[
    Place {
        table: ("connector", "on the struct"),
        syntaxes: &[&crate::connector::SYNTAX],
        item: "#[derive(Connector)] #[connector(…)] pub struct Example;",
        beside: &[
            "name = \"example\"",
            "base_url = \"https://api.example.com\"",
            "auth = BearerAuth",
            "error = Problem",
        ],
    },
    Place {
        table: ("connector_flow", "on the struct"),
        syntaxes: &[&crate::flow::model::SYNTAX],
        item: "#[derive(ConnectorFlow)] #[connector_flow(…)] struct CaptureRequest<'a> {
            #[connector_flow(from = request.connector_transaction_id)] payment_id: &'a PaymentId,
            #[connector_flow(from = request.amount_to_capture)] amount: Option<MinorUnit>,
        }",
        beside: &[
            "connector = Example",
            "flow_name = Capture",
            "http_method = Post",
            "url = \"/payments/{payment_id}/capture\"",
            "response = Payment",
        ],
    },
    Place {
        table: ("connector_flow", "on a struct that sends a key"),
        syntaxes: &[&crate::flow::model::SYNTAX],
        item: "#[derive(ConnectorFlow)] #[connector_flow(connector = Example, flow_name = Capture,
            http_method = Post, url = \"/captures\", response = Payment, …)]
        struct CaptureRequest<'a> {
            #[connector_flow(header = \"idempotency-key\", from = request.idempotency_key)]
            key: &'a IdempotencyKey,
            #[connector_flow(from = request.connector_transaction_id)] payment: &'a PaymentId,
        }",
        beside: &[],
    },
    Place {
        table: ("connector_flow", "on a field"),
        syntaxes: &[&crate::flow::field::SYNTAX],
        item: "#[derive(ConnectorFlow)] #[connector_flow(connector = Example, flow_name = Capture,
            http_method = Post, url = \"/payments/{payment_id}\", response = Payment, headers = own)]
        struct CaptureRequest<'a> {
            #[connector_flow(from = request.connector_transaction_id)] payment_id: &'a PaymentId,
            #[connector_flow(…)] reference: Option<&'a MerchantReference>,
        }",
        beside: &["from = resource_common_data.connector_request_reference_id"],
    },
    Place {
        table: ("flow_response", "on the struct"),
        syntaxes: &[&crate::response::declared::SYNTAX, &crate::response::declared::FLOW_SYNTAX],
        item: "#[derive(FlowResponse)] #[flow_response(…)] struct Payment {
            #[flow_response(connector_transaction_id)] id: PaymentId,
        }",
        beside: &["PSync", "status = Pending"],
    },
    Place {
        table: ("flow_response", "on a field"),
        syntaxes: &[&crate::response::field::FIELD_SYNTAX],
        item: "#[derive(FlowResponse)]
            #[flow_response(PSync, Capture, currency = asked, no_id = \"shown\", no_amount = \"shown\")] struct Payment {
            #[flow_response(status)] status: Wire<Word>,
            #[flow_response(…)] field: Option<Type>,
        }",
        beside: &[],
    },
    Place {
        table: ("flow_response", "on a list"),
        syntaxes: &[&crate::response::field::FIELD_SYNTAX],
        item: "#[derive(FlowResponse)] #[flow_response(PSync)] struct Payments {
            #[flow_response(…)] items: Vec<Payment>,
        }",
        beside: &[],
    },
    Place {
        table: ("flow_response", "on a variant"),
        syntaxes: &[&crate::response::shape::SYNTAX],
        item: "#[derive(FlowResponse)] #[flow_response(PSync)] enum Reply {
            #[flow_response(…)] First(Vec<Payment>),
            Found(Payment),
        }",
        beside: &[],
    },
    Place {
        table: ("wire_status", "on the enum"),
        syntaxes: &[&crate::status::target::SYNTAX],
        item: "#[derive(WireStatus)] #[wire_status(…)] enum Word {
            #[wire_status(Charged)] Paid,
            #[wire_status(Failure)] Refused,
        }",
        beside: &["AttemptStatus"],
    },
    Place {
        table: ("wire_status", "on a variant"),
        syntaxes: &[&crate::status::meaning::SYNTAX],
        item: "#[derive(WireStatus)] #[wire_status(AttemptStatus, RefundStatus, DisputeStatus,
            CreationStatus, PayoutStatus, MandateStatus, VerificationStatus)] enum Word {
            #[wire_status(…)] Paid,
            #[wire_status(Failure)] Refused,
        }",
        beside: &[],
    },
    Place {
        table: ("auth", "on the struct"),
        syntaxes: &[&crate::auth::SYNTAX],
        item: "#[derive(Auth)] #[auth(…)] pub struct Keys {
            /// The key: Settings, Keys.
            #[auth(bearer)] key: Secret,
        }",
        beside: &[],
    },
    Place {
        table: ("auth", "on a field"),
        syntaxes: &[&crate::auth::credential::SYNTAX],
        item: "#[derive(Auth)] pub struct Keys {
            /// The key: Settings, Keys.
            #[auth(…)] key: Secret,
            /// Beside it: Settings, Keys.
            ‥ other: Secret,
        }",
        beside: &[],
    },
    Place {
        table: ("webhook", "on the enum"),
        syntaxes: &[&crate::webhook::declared::SYNTAX],
        item: "#[derive(Webhook)] #[webhook(…)] enum Event {
            #[webhook(PSync, on(\"payment.paid\"), connector_transaction_id = \"id\")] Paid(Payment),
        }",
        beside: &[
            "connector = Example",
            "scheme = HmacSha256",
            "header = \"Signature\"",
            "kind = \"type\"",
        ],
    },
    Place {
        table: ("webhook", "on an enum without variants"),
        syntaxes: &[&crate::webhook::declared::SYNTAX],
        item: "#[derive(Webhook)] #[webhook(…)] enum Event {}",
        beside: &["connector = Example", "scheme = HmacSha256", "header = \"Signature\""],
    },
    Place {
        table: ("webhook", "on a variant"),
        syntaxes: &[&crate::webhook::event::SYNTAX],
        item: "#[derive(Webhook)] #[webhook(connector = Example, scheme = HmacSha256,
            header = \"Signature\", kind = \"type\")] enum Event {
            #[webhook(PSync, …)] Paid(Payment),
        }",
        beside: &["on(\"payment.paid\")", "connector_transaction_id = \"id\""],
    },
];

fn file(name: &str) -> PathBuf {
    let folder = [env!("CARGO_MANIFEST_DIR"), "..", "connector-core", "src", "derives", "keys"];
    folder.iter().collect::<PathBuf>().join(name).with_extension("md")
}

/// The keys that a line says.
fn keys(line: &str) -> BTreeSet<String> {
    let mut at_a_key = true;
    let mut found = BTreeSet::new();
    for token in TokenStream::from_str(line).unwrap() {
        if let (TokenTree::Ident(key), true) = (&token, at_a_key) {
            found.insert(key.to_string());
        }
        at_a_key = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ',');
    }
    found
}

impl Place {
    /// What is wrong with these attributes, or with their lack of this key where there are none.
    fn problems(&self, key: &str, written: &[String]) -> Vec<String> {
        let first = written.first().map(String::as_str);
        let said = keys(first.unwrap_or(key));
        let replaced = INSTEAD.iter().filter(|(key, _)| said.contains(*key));
        let replaced: BTreeSet<String> =
            replaced.map(|(_, other)| (*other).to_owned()).chain(said.iter().cloned()).collect();
        let beside = self.beside.iter().filter(|other| keys(other).is_disjoint(&replaced));
        let parts: Vec<&str> = beside.copied().chain(first).collect();
        let second = written.get(1).map(|second| format!("#[auth({second})]"));
        let item = self.item.replace('…', &parts.join(", "));
        let item = syn::parse_str(&item.replace('‥', &second.unwrap_or_default())).unwrap();
        expand(derive_of(&item), &item).1
    }
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
}

/// What stands in backticks.
fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// A table's lines, as they are checked.
#[derive(Default)]
struct Checked {
    shown: BTreeSet<(usize, String)>,
    failures: Vec<String>,
}

impl Checked {
    /// One line of the table of this place, with what is said about the mistake as it should be.
    fn line(&mut self, place: usize, line: &str) -> String {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let &[key_cell, right_cell, wrong_cell, _] = cells.as_slice() else {
            self.failures.push(format!("four cells are expected: {line}"));
            return line.to_owned();
        };
        let example = |cell: &str, key: &str| {
            let attributes = code(cell).into_iter().map(|text| text.replace("KEY", key));
            attributes.map(|text| text.replace("\\|", "|")).collect::<Vec<String>>()
        };
        let mut problem = None;
        for key in code(key_cell) {
            let right = example(right_cell, key);
            let problems = PLACES[place].problems(key, &right);
            if !problems.is_empty()
                || !right.iter().any(|right| words(right).any(|word| word == key))
            {
                self.failures.push(format!("{right:?} does not show `{key}`: {problems:?}"));
            }
            let wrong = example(wrong_cell, key);
            match PLACES[place].problems(key, &wrong).as_slice() {
                [one] => {
                    problem.get_or_insert_with(|| one.replace('\n', " ").replace('|', "\\|"));
                }
                all => {
                    self.failures.push(format!("of {wrong:?}, one thing is to be said: {all:?}"));
                }
            }
            self.shown.insert((place, key.to_owned()));
        }
        let problem = problem.unwrap_or_default();
        format!("| {key_cell} | {right_cell} | {wrong_cell} | {problem} |")
    }
}

#[test]
fn every_key_is_shown_by_an_example_and_a_mistake() {
    let bless = std::env::var_os("BLESS").is_some();
    let files: BTreeSet<&str> = PLACES.iter().map(|place| place.table.0).collect();
    let mut checked = Checked::default();
    for name in files {
        let kept = std::fs::read_to_string(file(name)).unwrap();
        let mut current: Option<usize> = None;
        let mut lines = Vec::new();
        for line in kept.lines() {
            let begins = |place: &Place| {
                place.table.0 == name && line.starts_with(&format!("| {} |", place.table.1))
            };
            let begun = PLACES.iter().position(begins);
            current = begun.or(current.filter(|_| line.starts_with('|')));
            lines.push(match current {
                Some(place) if line.starts_with("| `") => checked.line(place, line),
                _ => line.to_owned(),
            });
        }
        let made = lines.join("\n") + "\n";
        if bless {
            std::fs::write(file(name), &made).unwrap();
        }
        let kept = std::fs::read_to_string(file(name)).unwrap();
        if kept != made {
            checked.failures.push(format!("{name}: what is said has changed:\n{made}"));
        }
    }
    for Place { table, syntaxes, .. } in PLACES {
        for key in syntaxes.iter().flat_map(|syntax| syntax.keys) {
            // A syntax may stand at several places.
            let is_shown = PLACES.iter().enumerate().any(|(at, place)| {
                let mut its_keys = place.syntaxes.iter().flat_map(|syntax| syntax.keys);
                place.table.0 == table.0
                    && its_keys.any(|other| std::ptr::eq(other, key))
                    && checked.shown.contains(&(at, key.name.to_owned()))
            });
            if !is_shown {
                checked.failures.push(format!("{table:?}: `{}` is not shown", key.name));
            }
        }
    }
    assert!(checked.failures.is_empty(), "{}", checked.failures.join("\n"));
}
