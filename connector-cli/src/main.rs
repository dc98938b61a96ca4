//! The `connectors` command: what became of a payment or a refund, what would be sent to ask, what an
//! answer means, and fake processors to try it all on.

mod args;
mod ask;
mod commands;
mod credentials;
mod exit;
mod failure;
mod field_list;
mod input;
mod lookup;
mod output;
mod printable;
mod progress;
mod report_text;
mod table;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Command;
use exit::Exit;
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let exit = match usage::parse(&arguments) {
        Ok(cli) => {
            let mut output = Output::new(cli.format);
            let ended = run(cli.command, &mut output);
            output.end(ended)
        }
        Err(exit) => exit,
    };
    ExitCode::from(exit.code())
}

fn run(command: Command, output: &mut Output) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Failure::internal(format!("the runtime does not start: {error}")))?;
    runtime.block_on(async {
        match command {
            Command::Demo(args) => commands::demo::run(&args, output).await,
            Command::Psync(args) => commands::psync::run(args, output).await,
            Command::Rsync(args) => commands::rsync::run(args, output).await,
            Command::Sync(args) => commands::sync::run(args, output).await,
            Command::List => commands::list::run(output),
            Command::Describe(args) => commands::describe::run(&args, output),
            Command::New(args) => commands::new::run(args, output),
            Command::Docs(args) => commands::docs::run(&args, output),
            Command::Request(args) => commands::request::run(&args, output),
            Command::Response(args) => commands::response::run(args, output),
            Command::Webhook(args) => commands::webhook::run(args, output).await,
            Command::Sandbox(args) => commands::sandbox::run(&args, output).await,
        }
    })
}
