//! Checks one file with rustc, against the artifacts that cargo has built for this test.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::mutant::Mutant;

/// What rustc makes of a mutant.
#[derive(Clone)]
pub(crate) enum Verdict {
    Compiles,
    Refused(Errors),
    Panic(String),
}

/// The errors of one compile, by whose words they are.
#[derive(Clone, Default)]
pub(crate) struct Errors {
    /// `compile_error!`, and the conditions of our traits and constants.
    pub(crate) ours: Vec<String>,
    /// A type, variant, field, value or method that does not exist, said by rustc at its place.
    pub(crate) names: Vec<String>,
    pub(crate) others: Vec<String>,
}

impl Errors {
    /// How many there are of each kind, in the order of the fields.
    pub(crate) fn counts(&self) -> [usize; 3] {
        [&self.ours, &self.names, &self.others].map(Vec::len)
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ours, names, others } = self;
        for (whose, errors) in [("ours", ours), ("no name", names), ("other", others)] {
            for error in errors {
                writeln!(f, "  {whose}: {error}")?;
            }
        }
        Ok(())
    }
}

/// rustc with the crates that a connector's file needs.
pub(crate) struct Compiler {
    arguments: Vec<String>,
    directory: PathBuf,
}

impl Compiler {
    /// Has cargo build what the connectors need, and remembers where it is.
    pub(crate) fn for_connectors() -> Self {
        let externs = direct_dependencies();
        let messages = cargo(&["check", "--locked", "-p", "connectors", "--message-format=json"]);
        let mut arguments = vec!["--edition=2024".to_owned(), "--crate-type=lib".to_owned()];
        for message in messages.lines() {
            let message: serde_json::Value = serde_json::from_str(message).unwrap();
            let Some(files) = message["filenames"].as_array() else { continue };
            let file = files
                .iter()
                .filter_map(|file| file.as_str())
                .find(|file| file.ends_with(".rmeta") || file.ends_with(".so"));
            let Some(file) = file else { continue };
            if arguments.len() == 2 {
                let directory = Path::new(file).parent().unwrap().display().to_string();
                arguments.push(format!("-Ldependency={directory}"));
            }
            let package = message["package_id"].as_str().unwrap_or_default();
            if let Some(name) = externs.get(package) {
                arguments.push(format!("--extern={name}={file}"));
            }
        }
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
        fs::create_dir_all(&directory).unwrap();
        Self { arguments, directory }
    }

    /// The verdicts, in the order of the mutants.
    pub(crate) fn check_all(&self, mutants: &[Mutant]) -> Vec<Verdict> {
        let next = AtomicUsize::new(0);
        let verdicts = Mutex::new(vec![Verdict::Compiles; mutants.len()]);
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    while let Some((position, mutant)) = {
                        let position = next.fetch_add(1, Ordering::Relaxed);
                        mutants.get(position).map(|mutant| (position, mutant))
                    } {
                        let verdict = self.check(position, mutant);
                        verdicts.lock().unwrap()[position] = verdict;
                    }
                });
            }
        });
        verdicts.into_inner().unwrap()
    }

    fn check(&self, number: usize, mutant: &Mutant) -> Verdict {
        let file = self.directory.join(format!("mutant_{number}.rs"));
        fs::write(&file, &mutant.source).unwrap();
        let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
            .args(&self.arguments)
            .args(["--emit=metadata", "--error-format=json", "--cap-lints=allow"])
            .arg("-o")
            .arg(file.with_extension("rmeta"))
            .arg(&file)
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        if output.status.success() { Verdict::Compiles } else { verdict(&stderr) }
    }
}

/// By its id, the name of each crate that the connectors or the core name.
fn direct_dependencies() -> BTreeMap<String, String> {
    let metadata = cargo(&["metadata", "--locked", "--format-version=1"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let is_ours = |id: &str| id.contains("/connectors#") || id.contains("/connector-core#");
    nodes
        .filter(|node| node["id"].as_str().is_some_and(is_ours))
        .flat_map(|node| node["deps"].as_array().unwrap())
        .map(|dependency| (text(&dependency["pkg"]), text(&dependency["name"])))
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Sorts the messages of one compile.
fn verdict(stderr: &str) -> Verdict {
    let mut errors = Errors::default();
    for line in stderr.lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        if message["level"] != "error" {
            continue;
        }
        let text = message["message"].as_str().unwrap_or_default();
        let code = message["code"]["code"].as_str().unwrap_or_default();
        if text.contains("panicked") && !text.contains("evaluation") {
            return Verdict::Panic(text.to_owned());
        }
        if text.starts_with("aborting due to") {
            continue;
        }
        let span = &message["spans"][0];
        let said = format!("{}:{}: {code} {text}", span["line_start"], span["column_start"]);
        match code {
            "" | "E0277" | "E0080" if !text.contains("trait bound") => {
                // One place and one text: the same thing twice.
                if errors.ours.contains(&said) {
                    errors.others.push(format!("twice: {said}"));
                }
                errors.ours.push(said);
            }
            "E0412" | "E0425" | "E0433" | "E0599" | "E0609" | "E0405" | "E0573" | "E0432" => {
                errors.names.push(said);
            }
            _ => errors.others.push(said),
        }
    }
    Verdict::Refused(errors)
}
