//! XML that was received. It is checked as a whole before anything is read of it: a reader that stops
//! at the first element it knows would take half a document for one.

use quick_xml::errors::SyntaxError;
use quick_xml::events::Event;
use quick_xml::{Error, Reader};
use serde::de::DeserializeOwned;

use super::ReadError;

/// Deeper than any processor's answer, and shallow enough for any stack.
const MAX_DEPTH: usize = 128;

pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    is_one_document(text)?;
    quick_xml::de::from_str(text).map_err(|error| ReadError::Shape(error.to_string()))
}

/// One root element with everything in it closed. A document type is refused: its entities could make
/// gigabytes of a few lines, and web pages begin with one.
fn is_one_document(text: &str) -> Result<(), ReadError> {
    let shape = |problem: &str| Err(ReadError::Shape(problem.to_owned()));
    let mut reader = Reader::from_str(text);
    let (mut depth, mut roots) = (0_usize, 0_usize);
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::DocType(_) => {
                return Err(ReadError::OtherForm {
                    came: "HTML, or a document with entities of its own,",
                    expected: "plain XML",
                });
            }
            Event::Start(tag) if depth == 0 && is_html(tag.local_name().as_ref()) => {
                return Err(ReadError::OtherForm { came: "HTML", expected: "XML" });
            }
            Event::Start(_) if depth == MAX_DEPTH => {
                return shape("its elements are nested too deep");
            }
            Event::Start(_) => {
                roots = roots.saturating_add(usize::from(depth == 0));
                depth = depth.saturating_add(1);
            }
            Event::Empty(_) => roots = roots.saturating_add(usize::from(depth == 0)),
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) if depth == 0 && !text.trim_ascii().is_empty() => {
                return shape("there is text outside of the root element");
            }
            Event::CData(_) | Event::GeneralRef(_) if depth == 0 => {
                return shape("there is text outside of the root element");
            }
            Event::Eof if depth > 0 => {
                return Err(ReadError::CutOff("an element is not closed".to_owned()));
            }
            Event::Eof if roots == 0 => {
                return Err(ReadError::CutOff("it has no root element".to_owned()));
            }
            Event::Eof if roots > 1 => return shape("it has more than one root element"),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_html(name: &str) -> bool {
    name.eq_ignore_ascii_case("html")
}

fn broken(error: &Error) -> ReadError {
    match error {
        Error::Syntax(SyntaxError::InvalidBangMarkup) => ReadError::Shape(error.to_string()),
        Error::Syntax(_) => ReadError::CutOff(error.to_string()),
        _ => ReadError::Shape(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Payment {
        #[serde(rename = "@id")]
        id: Box<str>,
        note: Option<Box<str>>,
    }

    const GOOD: &str =
        r#"<?xml version="1.0"?><payment id="p&amp;1"><x><y/></x><note>a &lt; b</note></payment>"#;

    fn detail(text: &str) -> String {
        read::<Payment>(text).unwrap_err().to_string()
    }

    #[test]
    fn a_whole_document_is_read_and_no_beginning_of_it() {
        let payment = Payment { id: "p&1".into(), note: Some("a < b".into()) };
        assert_eq!(read(GOOD), Ok(payment));
        for end in 0..GOOD.len() {
            let beginning = GOOD.get(..end).unwrap();
            assert!(read::<Payment>(beginning).is_err(), "{beginning}");
        }
        assert!(detail("<payment id=\"1\">").starts_with("is cut off"));
    }

    #[test]
    fn more_than_a_document_is_none() {
        for behind in ["x", "<a/>", "<a></a>", "</payment>", "&amp;", "<![CDATA[x]]>"] {
            assert!(read::<Payment>(&format!("{GOOD}{behind}")).is_err(), "{behind}");
        }
        assert!(read::<Payment>(&format!("{GOOD}\n<!-- the end -->")).is_ok());
    }

    #[test]
    fn bombs_do_not_go_off() {
        let mut bomb = "<!DOCTYPE p [<!ENTITY a0 \"aaaaaaaaaa\">".to_owned();
        for level in 1..10 {
            let before = format!("&a{};", level - 1).repeat(10);
            bomb.push_str(&format!("<!ENTITY a{level} \"{before}\">"));
        }
        bomb.push_str("]><payment id=\"1\"><note>&a9;</note></payment>");
        assert!(detail(&bomb).contains("entities"));
        let outside =
            "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><payment id=\"&x;\"/>";
        assert!(detail(outside).contains("entities"));
        assert!(read::<Payment>("<payment id=\"1\"><note>&x;</note></payment>").is_err());
        let nested =
            ["<payment id=\"1\">", &"<a>".repeat(100_000), &"</a>".repeat(100_000), "</payment>"];
        assert!(detail(&nested.concat()).contains("too deep"));
        assert!(detail("<HTML id=\"1\"><body/></HTML>").contains("HTML"));
    }
}
