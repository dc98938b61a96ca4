//! What the derive of `ConnectorFlow` calls. The turbofish of each call names the field's type, so
//! that rustc points there where the type does not fit.

use super::{BuildError, Encoder, HeaderText};
use crate::body::{BodyKind, PartValue};
use crate::describe::{AmountPart, Body, Hook, Place};
use crate::flow::Flow;
use crate::money::WireAmount;
use crate::router_data::RouterData;
use crate::url::{PathValue, QueryPairs, QueryValue, Segment, Template};

/// The whole request: an object in its body is made of fields of it, too. What serde calls a getter.
#[must_use]
pub const fn whole<T>(request: &T) -> &T {
    request
}

/// A field in the path.
pub fn segment<T: PathValue>(field: &T) -> &dyn PathValue {
    field
}

/// Writes the URL's path with these values in the places of the template's placeholders.
pub fn path(encoder: &mut Encoder, values: &[&dyn PathValue]) {
    encoder.path(values);
}

/// A field in the query.
pub fn query<T: QueryValue>(encoder: &mut Encoder, key: &str, field: &T) {
    encoder.query(key, field);
}

/// A field whose pairs are parameters of the query.
pub fn query_all<T: QueryPairs>(encoder: &mut Encoder, field: &T) {
    encoder.query("", field);
}

/// A field in a header.
pub fn header<T: HeaderText>(encoder: &mut Encoder, name: &'static str, field: &T) {
    encoder.header(name, field);
}

/// A template that the derive has checked.
#[must_use]
pub const fn template(
    text: &'static str,
    path: &'static [Segment],
    query: &'static str,
) -> Template {
    Template { text, path, query }
}

/// Where a value goes, and comes from; from nowhere where a transformer written by hand supplies it.
#[must_use]
pub const fn place(name: &'static str, place: &'static str, from: &'static str) -> Place {
    Place { name, place, from: said(from), unit: None, limit: None, part: AmountPart::Any }
}

/// Where an amount goes.
#[must_use]
pub const fn amount_place<T: WireAmount>(place: Place) -> Place {
    Place { unit: Some(T::UNIT), part: AmountPart::Number, ..place }
}

/// The same for a currency.
#[must_use]
pub const fn currency_place(place: Place) -> Place {
    Place { part: AmountPart::Currency, ..place }
}

/// The same where the type may be one of those that write an amount beside its currency.
#[must_use]
pub const fn object_place(unit: Option<&'static str>, place: Place) -> Place {
    Place { unit, ..place }
}

/// How the body is written; an empty text stands for what is not said.
#[must_use]
pub const fn described_body(
    form: &'static str,
    envelope: &'static str,
    content_type: &'static str,
) -> Option<Body> {
    Some(Body { form, envelope: said(envelope), content_type: said(content_type) })
}

/// A function that takes part, by the key that names it.
#[must_use]
pub const fn hook(key: &'static str, function: &'static str) -> Hook {
    Hook { key, function, decided_by: None }
}

const fn said(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// The form that a function of the author's chooses.
pub fn chosen_kind<T>(request: &T, function: fn(&T) -> BodyKind) -> BodyKind {
    function(request)
}

/// A field as a part of a multipart body.
pub fn part_value<T: PartValue>(field: &T) -> &dyn PartValue {
    field
}

/// A field that is a body by itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a raw body",
    label = "not bytes",
    note = "a raw body is a text or bytes: `&str`, `String`, `&[u8]`, `Vec<u8>`, `Bytes`"
)]
pub trait RawBody {
    /// The bytes.
    fn bytes(&self) -> &[u8];
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<[u8]>> RawBody for T {
    fn bytes(&self) -> &[u8] {
        self.as_ref()
    }
}

/// A field that is a body by itself.
pub fn raw_value<T: RawBody>(field: &T) -> &[u8] {
    field.bytes()
}

/// A request with a transformer written by hand.
#[diagnostic::on_unimplemented(
    message = "nobody says how a `{Self}` is filled",
    label = "no field of it says where its value comes from",
    note = "mark each field with its source, `#[connector_flow(from = request.…)]`, or implement `TryFrom<&RouterData<{F}>>` for it by hand, with `type Error = BuildError`"
)]
pub trait Transformed<'a, F: Flow>: Sized {
    /// Makes the request of the data.
    fn transformed(data: &'a RouterData<F>) -> Result<Self, BuildError>;
}

#[diagnostic::do_not_recommend]
impl<'a, F: Flow, T> Transformed<'a, F> for T
where
    T: TryFrom<&'a RouterData<F>, Error: Into<BuildError>>,
{
    fn transformed(data: &'a RouterData<F>) -> Result<Self, BuildError> {
        T::try_from(data).map_err(Into::into)
    }
}

/// Calls the transformer written by hand.
pub fn transformed<'a, F: Flow, T: Transformed<'a, F>>(
    data: &'a RouterData<F>,
    encoder: &mut Encoder,
) -> Option<T> {
    encoder.take(T::transformed(data))
}
