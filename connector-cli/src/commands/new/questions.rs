//! What the flags do not say is asked on a terminal.

use std::io::{BufRead, IsTerminal, stderr, stdin};

use super::auth::AuthKind;
use super::endpoint::Endpoint;
use super::{Args, base_url};
use crate::failure::Failure;
use crate::output::note;

/// The three answers that nothing can be written without.
#[derive(Debug)]
pub(super) struct Answers {
    pub(super) base_url: String,
    pub(super) auth: AuthKind,
    pub(super) reads: Endpoint,
}

impl Answers {
    pub(super) fn of(args: &Args) -> Result<Self, Failure> {
        let missing: Vec<&str> = [
            (args.base_url.is_none(), "--base-url URL"),
            (args.auth.is_none(), "--auth bearer|two-headers|body"),
            (args.reads.is_none(), "--reads \"GET /payments/{payment_id}\""),
        ]
        .into_iter()
        .filter_map(|(is_missing, flag)| is_missing.then_some(flag))
        .collect();
        let is_watched = stdin().is_terminal() && stderr().is_terminal();
        if !missing.is_empty() && !is_watched {
            let missing = missing.join(", ");
            return Err(Failure::usage(format!(
                "missing: {missing}; they are asked for on a terminal, and this is none"
            )));
        }
        Self::from(args, &mut stdin().lock())
    }

    fn from(args: &Args, input: &mut impl BufRead) -> Result<Self, Failure> {
        Ok(Self {
            base_url: match &args.base_url {
                Some(url) => url.clone(),
                None => ask(input, "Base URL, such as https://api.example.com:", base_url::check)?,
            },
            auth: match args.auth {
                Some(auth) => auth,
                None => {
                    let question = "Authentication, one of bearer, two-headers, body:";
                    ask(input, question, AuthKind::parse)?
                }
            },
            reads: match &args.reads {
                Some(endpoint) => endpoint.clone(),
                None => {
                    let question = "How a payment is read, such as GET /payments/{payment_id}:";
                    ask(input, question, str::parse)?
                }
            },
        })
    }
}

/// Asks until the answer can be used.
fn ask<T>(
    input: &mut impl BufRead,
    question: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    loop {
        note(question);
        let mut answer = String::new();
        let length = input
            .read_line(&mut answer)
            .map_err(|error| Failure::usage(format!("stdin cannot be read: {error}")))?;
        if length == 0 {
            return Err(Failure::usage("the input ended before the last answer"));
        }
        match read(answer.trim()) {
            Ok(value) => return Ok(value),
            Err(problem) => note(problem),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args() -> Args {
        Args {
            name: "acme".parse().unwrap(),
            base_url: None,
            auth: Some(AuthKind::Bearer),
            reads: None,
            refunds: None,
            statuses: None,
            refund_statuses: None,
            reference: None,
            read_on: None,
            path: None,
            core_path: None,
            in_tree: false,
        }
    }

    #[test]
    fn what_is_missing_is_asked_for_until_it_is_right() {
        let typed = "http://x.example\nhttps://x.example\nGET payments\nget /p/{id}\n";
        let answers = Answers::from(&args(), &mut typed.as_bytes()).unwrap();
        assert_eq!(answers.base_url, "https://x.example");
        assert_eq!(answers.reads.template.text(), "/p/{id}");
    }

    #[test]
    fn the_end_of_the_input_ends_it() {
        let failure = Answers::from(&args(), &mut "https://x.example\n".as_bytes()).unwrap_err();
        assert_eq!(failure.message, "the input ended before the last answer");
    }
}
