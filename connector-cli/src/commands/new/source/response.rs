//! The response of a flow, and the words of its status.

use crate::commands::new::case::variants;
use crate::commands::new::flow::Flow;

pub(super) fn response(flow: &Flow) -> String {
    let kind = flow.kind;
    let (thing, name, ty, words) = (kind.thing, kind.name, kind.response, kind.words);
    let (id, id_type) = (kind.id.source.trim_start_matches("request."), kind.id.ty);
    format!(
        r#"/// A {thing}, as far as it is read. `MinorUnit` is an amount in cents, as an integer; there are
/// `StringMajorUnit` for "10.50" and `FloatMajorUnit` for 10.5.
#[derive(Deserialize, FlowResponse)]
#[flow_response({name})]
struct {ty} {{
    #[flow_response({id})]
    id: {id_type},
    #[flow_response(status)]
    status: Wire<{words}>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}}

{}"#,
        words_enum(flow)
    )
}

fn words_enum(flow: &Flow) -> String {
    let kind = flow.kind;
    let (thing, words, status) = (kind.thing, kind.words, kind.status);
    let about = if flow.has_placeholders {
        format!(
            "/// Words in the place of the processor's own: every one that it documents for a {thing}\n\
             /// stands here, with what it means."
        )
    } else {
        format!("/// Every word that the processor documents for a {thing}, and what it means.")
    };
    let texts: Vec<&str> = flow.words.iter().map(|word| word.text.as_str()).collect();
    let (case, variants) = variants(&texts);
    let case = case.filter(|case| *case != "PascalCase");
    let case = case.map(|case| format!(", rename_all = {case:?}")).unwrap_or_default();
    let mut lines = String::new();
    for (word, variant) in flow.words.iter().zip(variants) {
        let meaning = word.meaning.as_deref().unwrap_or("none");
        let rename =
            if variant.is_renamed { format!(", rename = {:?}", word.text) } else { String::new() };
        let ident = variant.ident;
        lines += &format!("    #[wire_status({meaning}{rename})]\n    {ident},\n");
    }
    format!(
        "{about}\n#[derive(Debug, Clone, Copy, WireStatus)]\n#[wire_status({status}{case})]\n\
         enum {words} {{\n{lines}}}\n"
    )
}
