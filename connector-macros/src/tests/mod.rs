//! Tests of whole derives, without a compiler: a derive takes and returns tokens.
//!
//! Their inputs are the items in `tests/expansions/`, one for each kind of declaration.

mod by_example;
mod expansions;
mod half_typed;
mod places;
mod single_mistakes;
mod within;

use std::path::PathBuf;

use proc_macro2::TokenStream;

use crate::Derive;
use crate::errors::Errors;

/// An item with a derive, as it stands in its file.
struct Sample {
    name: String,
    item: syn::DeriveInput,
    derive: Derive,
}

/// What each flow of the core's table says behind this key.
pub(crate) fn said_of_flows(key: &str) -> Vec<(String, String)> {
    let file = ["..", "connector-core", "src", "dispatch", "flows.rs"];
    let path: PathBuf = std::iter::once(env!("CARGO_MANIFEST_DIR")).chain(file).collect();
    let source = std::fs::read_to_string(path).unwrap();
    let (key, mut name, mut said) = (format!("{key}: "), "", Vec::new());
    for line in source.lines().map(str::trim) {
        if let Some((flow, "{")) = line.split_once(' ')
            && let Some((flow, _)) = flow.split_once('(')
        {
            name = flow;
        } else if let Some(value) = line.strip_prefix(&*key) {
            let value = value.trim_end_matches([' ', '{', ',']);
            said.push((name.to_owned(), value.to_owned()));
        }
    }
    said
}

/// Where the items and their expansions are.
fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "expansions"].iter().collect()
}

/// Every item, in the order of their names.
fn samples() -> Vec<Sample> {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| !path.to_string_lossy().ends_with(".expanded.rs"));
    paths.sort();
    let sample = |path: PathBuf| {
        let item: syn::DeriveInput =
            syn::parse_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let derive = derive_of(&item);
        Sample { name, item, derive }
    };
    paths.into_iter().map(sample).collect()
}

/// The derive that the item asks for.
fn derive_of(item: &syn::DeriveInput) -> Derive {
    let attribute = item.attrs.iter().find(|attribute| attribute.path().is_ident("derive"));
    let name: syn::Ident = attribute.unwrap().parse_args().unwrap();
    match name.to_string().as_str() {
        "ConnectorFlow" => crate::flow::derive,
        "Connector" => crate::connector::derive,
        "FlowResponse" => crate::response::derive,
        "WireStatus" => crate::status::derive,
        "Auth" => crate::auth::derive,
        "Webhook" => crate::webhook::derive,
        other => panic!("{other} is no derive of ours"),
    }
}

/// The expansion, and what is wrong with the item.
fn expand(derive: Derive, item: &syn::DeriveInput) -> (TokenStream, Vec<String>) {
    let mut errors = Errors::default();
    let expansion = derive(item, &mut errors);
    (expansion, errors.messages())
}

/// The expansion as it would be written.
fn printed(expansion: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(expansion).unwrap())
}
