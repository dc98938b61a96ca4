//! From the arguments to a command, or to a message that says what is wrong with them.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, Error, Parser as _};

use crate::args::{Cli, Command, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

/// Longer values are cut in messages.
const SHOWN: usize = 60;

/// Reads the arguments. What is not a command has been answered already: help, the version, a mistake.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Cli, Exit> {
    let parsed = Cli::try_parse_from(arguments).and_then(markdown_describes);
    parsed.map_err(|mut error| {
        shorten(&mut error);
        if error.use_stderr() && wants_json(arguments) {
            let message = error.render().to_string();
            let message = message.trim_start_matches("error: ").trim_end();
            return Output::new(Format::Json).end(Err(Failure::usage(message)));
        }
        // A closed pipe: whoever reads has seen enough.
        error.print().ok();
        if error.use_stderr() { Exit::Usage } else { Exit::Done }
    })
}

fn markdown_describes(cli: Cli) -> Result<Cli, Error> {
    if cli.format == Format::Markdown && !matches!(cli.command, Command::Describe(_)) {
        let problem = "`--format markdown` is for `describe` alone";
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, problem));
    }
    Ok(cli)
}

/// A value of ten thousand characters, or one with a line break, would bury the message about it.
fn shorten(error: &mut Error) {
    let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue) else {
        return;
    };
    let mut shown: String = value.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    if value.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    error.insert(ContextKind::InvalidValue, ContextValue::String(shown));
}

/// Where the arguments are wrong, clap does not tell the format that they ask for.
fn wants_json(arguments: &[OsString]) -> bool {
    let option = arguments.iter().any(|argument| argument == "--format=json");
    let mut following = arguments.iter().zip(arguments.iter().skip(1));
    option || following.any(|(option, value)| option == "--format" && value == "json")
}
