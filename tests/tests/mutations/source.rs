//! The connectors that are mutated: those of this repository, whichever there are.

use std::fs;
use std::path::Path;

/// A connector in one text.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Every connector here, and the one that has the keys which they do not need.
pub(crate) fn sources() -> Vec<Source> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![tests.join("tests/mutations/every_key.rs")];
    for entry in fs::read_dir(tests.join("../connectors/src")).unwrap() {
        let path = entry.unwrap().path();
        let folder = path.join("mod.rs");
        files.push(if folder.exists() { folder } else { path });
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    // A folder is read in the file system's order.
    files.sort();
    let sources = files.iter().map(|file| Source {
        name: file.file_stem().and_then(|name| name.to_str()).unwrap().to_owned(),
        text: with_modules(file),
    });
    sources.filter(|source| source.text.contains("#[connector(")).collect()
}

/// A file with its modules in the place where it declares them.
fn with_modules(file: &Path) -> String {
    let folder =
        if file.ends_with("mod.rs") { file.with_file_name("") } else { file.with_extension("") };
    let source = fs::read_to_string(file).unwrap();
    let lines = source.lines().map(|line| {
        let module = line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
        let files = module.map(|module| {
            (module, [folder.join(format!("{module}.rs")), folder.join(module).join("mod.rs")])
        });
        let found = files.and_then(|(module, files)| {
            Some((module, files.into_iter().find(|file| file.exists())?))
        });
        match found {
            Some((module, file)) => format!("mod {module} {{\n{}}}\n", with_modules(&file)),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}
