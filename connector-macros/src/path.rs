//! Where the expansions find `connector_core`.

use crate::attributes::Options;
use crate::errors::Errors;

/// `#[…(crate = ::some::path)]`, or `::connector_core`.
pub(crate) fn core_path(options: &Options, errors: &mut Errors) -> syn::Path {
    let default = || syn::parse_quote!(::connector_core);
    let Some(path) = options.path("crate") else {
        return default();
    };
    let first = path.segments.first().map(|segment| segment.ident.to_string());
    if path.leading_colon.is_some() || first.as_deref() == Some("crate") {
        return path.clone();
    }
    errors.at(
        path,
        "`crate` takes an absolute path: `::facade::connector_core` or `crate::connector_core`",
    );
    default()
}
