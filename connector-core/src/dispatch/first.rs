//! What several flows of a connector have in common is one mistake: it is reported at the first of them.

use std::panic::Location;

use crate::connector::Connector;
use crate::describe::Place;
use crate::flow::Flow;
use crate::response::Unit;
use crate::status::compared::same;

/// What is held against other flows of the connector.
#[derive(Clone, Copy)]
pub(crate) struct DeclaredFlow {
    pub(crate) name: &'static str,
    pub(crate) by_reference: bool,
    pub(crate) places: &'static [Place],
    pub(crate) unit: Option<Unit>,
}

/// Whether no flow before this one has a field in the header.
pub(crate) const fn is_first_with_header<C: Connector, F: Flow>(header: &str) -> bool {
    let flows = C::FLOWS.declared();
    let mut rest: &[Option<DeclaredFlow>] = &flows;
    while let [flow, others @ ..] = rest {
        if let Some(flow) = flow
            && is_of_a_field(header, flow.places)
        {
            return flow.is::<F>();
        }
        rest = others;
    }
    true
}

/// Whether no flow before this one has these amounts, that are taken for a count of ISO 4217, in its answer.
pub(crate) const fn is_first_of_response<C: Connector, F: Flow>(unit: &Unit) -> bool {
    match first_of_response::<C>(unit) {
        Some(flow) => flow.is::<F>(),
        None => true,
    }
}

/// The first flow that has these amounts in its answer.
pub(crate) const fn first_of_response<C: Connector>(unit: &Unit) -> Option<DeclaredFlow> {
    let Some(told) = unit.told_in else { return None };
    let flows = C::FLOWS.declared();
    let mut rest: &[Option<DeclaredFlow>] = &flows;
    while let [flow, others @ ..] = rest {
        if let Some(flow) = flow
            && let Some(Unit { is_iso: true, told_in: Some(other), .. }) = flow.unit
            && is_the_place(told, other)
        {
            return Some(*flow);
        }
        rest = others;
    }
    None
}

/// Whether a field goes into this header.
pub(crate) const fn is_of_a_field(header: &str, mut places: &[Place]) -> bool {
    while let [place, rest @ ..] = places {
        if let [b'h', b'e', b'a', b'd', b'e', b'r'] = place.place.as_bytes()
            && header.eq_ignore_ascii_case(place.name)
        {
            return true;
        }
        places = rest;
    }
    false
}

const fn is_the_place(one: &Location<'_>, other: &Location<'_>) -> bool {
    same(one.file(), other.file()) && one.line() == other.line() && one.column() == other.column()
}

impl DeclaredFlow {
    const fn is<F: Flow>(&self) -> bool {
        same(self.name, F::NAME) && self.by_reference == F::BY_REFERENCE
    }
}
