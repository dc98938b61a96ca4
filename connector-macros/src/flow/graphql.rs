//! A GraphQL document, held against the fields that are its variables (GraphQL, October 2021, sections 2 and 5.8).

mod tokens;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;
use syn::spanned::Spanned as _;

use self::tokens::{Token, name, tokens, unbalanced};
use super::body_form::BodyForm;
use super::field::FlowField;
use super::model::Flow;
use super::written::UNWRITTEN;
use super::{body, body_tree, refusal};
use crate::call;
use crate::errors::Errors;
use crate::serde_attributes;
use crate::suggest;

/// Section 2.3.
const OPERATIONS: [&str; 3] = ["query", "mutation", "subscription"];

/// By what a document begins (section 2.2).
const BEGINNINGS: [&str; 6] = ["query", "mutation", "subscription", "fragment", "{", "#"];

/// Reports what is no document, and one that spreads what nothing defines.
pub(super) fn check_document(document: &LitStr, has_fragments: bool, errors: &mut Errors) {
    let text = document.value();
    if let Some(problem) = problem(&text) {
        errors.at(document, problem);
        return;
    }
    if let Some(name) = undefined(&text).next().filter(|_| !has_fragments) {
        let message = format!("spreads `{name}`, which nothing defines: `fragments = CONSTANT`");
        errors.amiss(document, message);
    }
}

/// Why this is no document of which anything else could be said.
fn problem(document: &str) -> Option<String> {
    if !BEGINNINGS.iter().any(|beginning| document.trim_start().starts_with(beginning)) {
        return Some("a GraphQL document is an operation: `query …`, `mutation …`".to_owned());
    }
    let tokens = tokens(document);
    unbalanced(&tokens).or_else(|| not_one_operation(&tokens)).or_else(|| {
        Variables::of(document).untyped.map(|name| format!("`${name}` has no type: `${name}: ID!`"))
    })
}

/// Of several operations a server asks which one is meant (section 6.1), and a request here does not say.
fn not_one_operation(tokens: &[Token]) -> Option<String> {
    match operations(tokens).len() {
        0 => Some(
            "the document has fragments alone, and no operation: `query …`, `mutation …`"
                .to_owned(),
        ),
        1 => None,
        count => Some(format!(
            "the document has {count} operations, and nothing says which of them is carried out"
        )),
    }
}

/// What kind each is of; one without a name is a query.
fn operations(tokens: &[Token]) -> Vec<&'static str> {
    let (mut depth, mut in_head, mut operations) = (0_usize, false, Vec::new());
    for token in tokens {
        match token {
            Token::Name(name) if depth == 0 && !in_head => {
                in_head = true;
                operations.extend(OPERATIONS.into_iter().find(|kind| name == kind));
            }
            Token::Mark('{') if depth == 0 && !in_head => {
                operations.push("query");
                depth = 1;
            }
            Token::Mark(mark @ ('{' | '(' | '[')) => {
                // An object that is a default stands in parentheses.
                in_head &= depth > 0 || *mark != '{';
                depth = depth.saturating_add(1);
            }
            Token::Mark('}' | ')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    operations
}

/// The fragments that the document spreads (`...Told`) and does not define.
fn undefined(document: &str) -> impl Iterator<Item = &str> {
    let names = document.split("...").skip(1).map(|rest| name(rest).0);
    names.filter(|name| {
        !["", "on"].contains(name) && !document.contains(&format!("fragment {name} "))
    })
}

/// Asks the constant of the fragments for each of these, which a macro cannot read. It has a name here, so that a
/// constant of a wrong type is one error.
pub(super) fn assertions(flow: &Flow<'_>) -> TokenStream {
    let BodyForm::GraphQl(document, fragments) = &flow.form else {
        return TokenStream::new();
    };
    let (place, document) = (document, document.value());
    let is_mutation = operations(&tokens(&document)) == ["mutation"];
    let fits =
        call::at(place.span(), &quote!(__core::fits_the_flow::<__Flow>), &quote!(#is_mutation));
    let Some(fragments) = fragments else { return quote!(const _: () = #fits;) };
    let names: BTreeSet<&str> = undefined(&document).collect();
    let checks = names.into_iter().map(|name| {
        let lacking =
            format!("the document spreads `{name}`, which neither it nor its fragments define");
        let arguments = quote!(__FRAGMENTS, #name, #lacking);
        call::at(fragments.span(), &quote!(__core::has_fragment), &arguments)
    });
    quote! {
        const __FRAGMENTS: &__core::str = #fragments;
        const _: () = #fits;
        #(const _: () = #checks;)*
    }
}

/// What a document declares, and what it names of that.
#[derive(Debug, Default, PartialEq)]
struct Variables {
    /// Each with whether it has to be given: its type ends with `!`, and it has no default.
    declared: Vec<(String, bool)>,
    /// The first that is declared without a type.
    untyped: Option<String>,
    named: Vec<String>,
}

impl Variables {
    fn of(document: &str) -> Self {
        let mut variables = Self::default();
        let mut tokens = tokens(document).into_iter().peekable();
        let mut depth = 0_usize;
        while let Some(token) = tokens.next() {
            match token {
                Token::Mark('{') => depth = depth.saturating_add(1),
                Token::Mark('}') => depth = depth.saturating_sub(1),
                Token::Variable(name) => variables.named.push(name),
                Token::Name(name) if depth == 0 && OPERATIONS.contains(&name.as_str()) => {
                    tokens.next_if(|token| matches!(token, Token::Name(_)));
                    if tokens.next_if_eq(&Token::Mark('(')).is_some() {
                        variables.declare(&mut tokens);
                    }
                }
                _ => {}
            }
        }
        variables
    }

    /// Reads what stands between the parentheses behind the operation's name.
    fn declare(&mut self, tokens: &mut impl Iterator<Item = Token>) {
        let (mut inside, mut in_type) = (1_usize, false);
        // What has to follow: a colon behind the name, and the type behind that.
        let mut awaited: Option<(bool, String)> = None;
        for token in tokens {
            awaited = match (awaited.take(), &token) {
                (Some((false, name)), Token::Mark(':')) => Some((true, name)),
                (Some((true, _)), Token::Name(_) | Token::Mark('[')) => None,
                (Some((_, name)), _) => {
                    self.untyped.get_or_insert(name);
                    None
                }
                (None, _) => None,
            };
            match &token {
                Token::Mark('(') => inside = inside.saturating_add(1),
                Token::Mark(')') => inside = inside.saturating_sub(1),
                _ => {}
            }
            if inside == 0 {
                return;
            }
            match token {
                Token::Variable(name) => {
                    awaited = Some((false, name.clone()));
                    self.declared.push((name, false));
                    in_type = true;
                }
                Token::Mark('=') => {
                    in_type = false;
                    self.last_is_needed(false);
                }
                Token::Mark('@') => in_type = false,
                // Of a list, the last mark counts.
                Token::Mark('!') if in_type => self.last_is_needed(true),
                Token::Mark(']') if in_type => self.last_is_needed(false),
                _ => {}
            }
        }
    }

    fn last_is_needed(&mut self, needed: bool) {
        if let Some((_, is_needed)) = self.declared.last_mut() {
            *is_needed = needed;
        }
    }
}

/// Holds the variables of the document against the fields of the body.
pub(super) fn check(flow: &Flow<'_>, document: &LitStr, has_fragments: bool, errors: &mut Errors) {
    let text = document.value();
    // What is no document is told already.
    if problem(&text).is_some() {
        return;
    }
    let Variables { declared, named, .. } = Variables::of(&text);
    let names: Vec<&str> = declared.iter().map(|(name, _)| name.as_str()).collect();
    let undeclared = named.iter().filter(|name| !names.contains(&name.as_str()));
    let undeclared: Vec<&str> = undeclared.map(String::as_str).collect();
    let unused = names.iter().find(|name| !named.iter().any(|used| used == *name));
    let unused = unused.filter(|_| !has_fragments);
    if let Some(name) = undeclared.first() {
        let is_a_field = given(flow).is_some_and(|given| given.iter().any(|(_, own)| own == name));
        errors.at(document, undeclared_name(name, &names, unused.copied(), is_a_field));
    } else if let Some(name) = unused {
        errors.at(document, format!("the document declares `${name}` and never names it"));
    }
    let is_whole = undeclared.is_empty() && unused.is_none();
    let Some(given) = given(flow) else { return };
    // What serde leaves out of the body is a mistake of its own, or there in another way.
    let is_left_out = |name: &str| {
        let mut fields = flow.fields().iter().filter(|field| field.is_body());
        fields.any(|field| !is_written(field) && body::wire_name(flow, field) == name)
    };
    let lacking = declared.iter().filter(|(name, needed)| {
        *needed && !given.iter().any(|(_, given)| given == name) && !is_left_out(name)
    });
    let lacking: Vec<&str> = lacking.map(|(name, _)| name.as_str()).collect();
    // What the document itself names and forgot to declare is told.
    let is_stranger = |name: &str| !names.contains(&name) && !undeclared.contains(&name);
    let mut strangers = given.iter().filter(|(_, name)| is_stranger(name)).peekable();
    if let (None, Some(name), true) = (strangers.peek(), lacking.first(), is_whole) {
        let message =
            format!("the document needs a `${name}`, and no field of the body is called so");
        return errors.at(document, message);
    }
    for (field, name) in strangers {
        let expected = match lacking.as_slice() {
            [] => suggest::expected(name, names.iter().copied()),
            lacking => format!("it needs {} still", suggest::listed_all(lacking)),
        };
        let message = format!("the document declares no `${name}`; {expected}");
        errors.at(field.ident, message);
    }
    are_always_given(flow, &declared, errors);
}

/// What is said of a variable that is not declared: that the declaration is misspelt, where it is called as a field is.
fn undeclared_name(
    name: &str,
    declared: &[&str],
    unused: Option<&str>,
    is_a_field: bool,
) -> String {
    match suggest::closest(name, declared) {
        Some(similar) if is_a_field && unused == Some(similar) => format!(
            "the document declares `${similar}`, and names `${name}`, as the field is called: did you mean to declare \
             `${name}`?"
        ),
        Some(similar) => {
            format!("the document names `${name}` and declares none; did you mean `{similar}`?")
        }
        None => format!("the document names `${name}` and does not declare it: `(${name}: …)`"),
    }
}

/// What has to be given is not left out: a field, or an object of which each part may be.
fn are_always_given(flow: &Flow<'_>, declared: &[(String, bool)], errors: &mut Errors) {
    let written = flow.fields().iter().filter(|field| field.is_body() && field.sound);
    let written = written.filter(|field| refusal::of(&field.field.ty).is_none());
    let written: Vec<(&FlowField<'_>, String)> = written
        .map(|field| {
            let object = body_tree::within(field).first();
            (field, object.cloned().unwrap_or_else(|| body::wire_name(flow, field)))
        })
        .collect();
    for (name, _) in declared.iter().filter(|(_, needed)| *needed) {
        let parts = || written.iter().filter(|(_, own)| own == name).map(|(field, _)| *field);
        if let Some(first) = parts().next()
            && parts().all(body_tree::is_left_out)
        {
            let is_object = !body_tree::within(first).is_empty();
            let absent = if is_object {
                "all that is in it may be absent: is a field missing that is always there? Or the type is written"
            } else {
                "this may be absent: without `Option`, or"
            };
            let message = format!(
                "`${name}` has to be given, as its type in the document ends with `!`, and {absent} without the `!`"
            );
            errors.at(&first.field.ty, message);
        }
    }
}

/// Whether serde writes the field.
fn is_written(field: &FlowField<'_>) -> bool {
    body_tree::serde_key(field, &UNWRITTEN).is_none()
}

/// The body's variables; `None` where a field is not written under a name that is known here.
fn given<'f, 'a>(flow: &'f Flow<'a>) -> Option<Vec<(&'f FlowField<'a>, String)>> {
    let says_another = |attributes| {
        let keys = serde_attributes::keys(attributes);
        let renames = |key: &syn::Ident| key == "rename" || key == "rename_all";
        let key = keys.iter().find(|key| renames(key));
        key.is_some_and(|key| serde_attributes::text(attributes, &key.to_string()).is_none())
    };
    if says_another(&flow.input.attrs) {
        return None;
    }
    let mut given: Vec<(&FlowField<'_>, String)> = Vec::new();
    for field in flow.fields().iter().filter(|field| field.is_body()) {
        let (attributes, within) = (&field.field.attrs, body_tree::within(field));
        if !field.sound || body_tree::serde_key(field, &["flatten"]).is_some() {
            return None;
        }
        if !is_written(field) || refusal::of(&field.field.ty).is_some() {
            continue;
        }
        let name = match within.first() {
            Some(object) => object.clone(),
            None if says_another(attributes) => return None,
            None => body::wire_name(flow, field),
        };
        if !given.iter().any(|(_, earlier)| *earlier == name) {
            given.push((field, name));
        }
    }
    Some(given)
}

#[cfg(test)]
mod tests {
    use super::{Variables, problem, tokens, unbalanced};

    fn declared(document: &str) -> Vec<(String, bool)> {
        Variables::of(document).declared
    }

    fn needed(name: &str, needed: bool) -> (String, bool) {
        (name.to_owned(), needed)
    }

    #[test]
    fn what_a_document_declares() {
        let document = "query Q($id: ID!, $first: Int = 3, $all: [ID!], $ids: [ID!]! @own(a: 1)) \
                        { node(id: $id) { ...on A { b(c: $first) } } }";
        let expected =
            [needed("id", true), needed("first", false), needed("all", false), needed("ids", true)];
        assert_eq!(declared(document), expected);
        assert_eq!(Variables::of(document).named, ["id", "first"]);
        assert_eq!(declared("{ query(id: 1) { mutation } }"), []);
        assert_eq!(declared("query($a: I! = 1) { a(a: $a) }"), [needed("a", false)]);
    }

    #[test]
    fn texts_and_comments_hold_nothing() {
        let document = "# ($a: ID!) {\nquery { a(b: \"}\\\"$c\", d: \"\"\"{\"\"\") }";
        assert_eq!(unbalanced(&tokens(document)), None);
        assert_eq!(Variables::of(document), Variables::default());
    }

    #[test]
    fn a_document_is_one_operation_and_its_variables_have_types() {
        for sound in [
            "query query { query(a: {b: 1}) { mutation } }",
            "{ a } fragment query on A { b }",
            "fragment B on A { b } query Q($a: I = {b: [1]}, $c: [I!]) @own(a: {b: 1}) { a(b: $a, c: $c) { ...B } }",
        ] {
            assert_eq!(problem(sound), None, "{sound}");
        }
        let several =
            "the document has 2 operations, and nothing says which of them is carried out";
        let untyped = "`$a` has no type: `$a: ID!`";
        for (document, told) in [
            ("", "a GraphQL document is an operation: `query …`, `mutation …`"),
            ("query A { a } query B { b }", several),
            ("query A($a: I = {b: 1}) { a } mutation { b }", several),
            ("{ a } { b }", several),
            (
                "fragment A on B { c }",
                "the document has fragments alone, and no operation: `query …`, `mutation …`",
            ),
            ("query($a ID!) { b(c: $a) }", untyped),
            ("query($b: I, $a) { b(c: $a) }", untyped),
            ("query($a:) { b(c: $a) }", untyped),
            ("query($a: $b: I) { b(c: $a) }", untyped),
        ] {
            assert_eq!(problem(document).as_deref(), Some(told), "{document}");
        }
    }
}
