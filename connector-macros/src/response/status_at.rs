//! At which keys a response reads its status, for the events of a webhook that put their name there.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Path};

use super::declared::Response;
use super::keys_read;
use crate::serde_attributes;

/// The flows that events tell of. By another name it is not known, and not checked.
const OF_EVENTS: [&str; 4] = ["PSync", "RSync", "DSync", "PayoutGet"];

/// What the table of events asks of it: nothing where serde reads the fields from elsewhere.
pub(super) fn said(response: &Response<'_>, flow: &Path) -> Option<TokenStream> {
    let name = &flow.segments.last()?.ident;
    let container = serde_attributes::keys(&response.input.attrs);
    let is_elsewhere = container.iter().any(|key| key == "from" || key == "try_from");
    if is_elsewhere || !OF_EVENTS.iter().any(|known| name == known) {
        return None;
    }
    let syn::Data::Struct(data) = &response.input.data else { return None };
    let is_status = |(member, _): &(syn::Member, &Field)| {
        let mut of_this = response.fields_in(flow).filter(|field| field.member == *member);
        of_this.any(|field| field.key == "status")
    };
    let fields = data.fields.members().zip(&data.fields).filter(is_status);
    let keys = fields.map(|(_, field)| keys_read::names(response.input, field));
    let keys: Vec<String> = keys.collect::<Option<Vec<_>>>()?.concat();
    (!keys.is_empty()).then(|| quote!(&[#(#keys),*]))
}
