//! `multipart/form-data` (RFC 7578): texts and files.

use std::fmt;

use bytes::Bytes;

use crate::url::PathValue;

/// A file in a multipart body. `Debug` shows no more of what is in it than its length: it is a letter, or a receipt.
#[derive(Clone, PartialEq, Eq)]
pub struct FilePart {
    /// The name that the file is given.
    pub file_name: Box<str>,
    /// Its media type, such as `application/pdf`.
    pub content_type: Box<str>,
    /// What is in it.
    pub content: Bytes,
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("content_bytes", &self.content.len())
            .finish()
    }
}

/// A field of a multipart body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of a multipart body",
    label = "not a part",
    note = "a part is an id, a text, an integer or a `FilePart`, or an `Option` of one (left out when `None`)"
)]
pub trait PartValue {
    /// Adds itself under this name.
    fn add_to(&self, multipart: &mut Multipart, name: &'static str);
}

impl<T: PathValue> PartValue for T {
    fn add_to(&self, multipart: &mut Multipart, name: &'static str) {
        multipart.0.push(Part { name, file: None, content: self.path_text().into_owned().into() });
    }
}

impl PartValue for FilePart {
    fn add_to(&self, multipart: &mut Multipart, name: &'static str) {
        let file = Some((self.file_name.clone(), self.content_type.clone()));
        multipart.0.push(Part { name, file, content: self.content.clone() });
    }
}

impl PartValue for &FilePart {
    fn add_to(&self, multipart: &mut Multipart, name: &'static str) {
        (**self).add_to(multipart, name);
    }
}

impl<T: PartValue> PartValue for Option<T> {
    fn add_to(&self, multipart: &mut Multipart, name: &'static str) {
        if let Some(value) = self {
            value.add_to(multipart, name);
        }
    }
}

/// A multipart body that is being written.
#[derive(Default)]
pub struct Multipart(Vec<Part>);

/// Without the values: some are secret.
impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Multipart").field("parts", &self.0.len()).finish()
    }
}

struct Part {
    name: &'static str,
    file: Option<(Box<str>, Box<str>)>,
    content: Bytes,
}

impl Multipart {
    /// The body, and the content type that names its boundary.
    pub(crate) fn finish(self) -> (Bytes, String) {
        let boundary = self.boundary();
        let mut body = Vec::new();
        for part in &self.0 {
            body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
            body.extend_from_slice(part.head().as_bytes());
            body.extend_from_slice(&part.content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        (body.into(), format!("multipart/form-data; boundary={boundary}"))
    }

    /// A line that occurs in no part (RFC 2046, section 5.1.1). The same parts have the same one: a
    /// request that is built twice is the same twice.
    fn boundary(&self) -> String {
        let mut number: u64 = 0;
        loop {
            let boundary = format!("connector-boundary-{number:016}");
            let taken = |part: &Part| {
                part.content.windows(boundary.len()).any(|window| window == boundary.as_bytes())
            };
            if !self.0.iter().any(taken) {
                return boundary;
            }
            number = number.saturating_add(1);
        }
    }
}

impl Part {
    fn head(&self) -> String {
        let name = quoted(self.name);
        match &self.file {
            None => format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n"),
            Some((file_name, content_type)) => format!(
                "Content-Disposition: form-data; name=\"{name}\"; filename=\"{}\"\r\n\
                 Content-Type: {}\r\n\r\n",
                quoted(file_name),
                without_line_breaks(content_type),
            ),
        }
    }
}

/// What cannot stand between quotes, as browsers write it (WHATWG, multipart/form-data encoding).
fn quoted(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn without_line_breaks(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, content: &'static [u8]) -> FilePart {
        FilePart {
            file_name: name.into(),
            content_type: "text/plain".into(),
            content: Bytes::from_static(content),
        }
    }

    #[test]
    fn texts_files_and_absent_parts() {
        let mut multipart = Multipart::default();
        "evidence".add_to(&mut multipart, "purpose");
        Option::<String>::None.add_to(&mut multipart, "note");
        file("a\"\r\nb.txt", b"hello").add_to(&mut multipart, "file");
        let (body, content_type) = multipart.finish();
        let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        let expected = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nevidence\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; \
             filename=\"a%22%0D%0Ab.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n\
             --{boundary}--\r\n"
        );
        assert_eq!(String::from_utf8(body.to_vec()).unwrap(), expected);
    }

    #[test]
    fn a_file_cannot_forge_the_boundary() {
        let mut multipart = Multipart::default();
        file("x", b"--connector-boundary-0000000000000000--").add_to(&mut multipart, "file");
        assert!(multipart.finish().1.ends_with("0000000000000001"));
    }
}
