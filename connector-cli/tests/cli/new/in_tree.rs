//! A connector of the repository, in a copy of what it needs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{ACME, cargo};
use crate::folder::{TestFolder, workspace};

/// The workspace with the connectors and what they stand on.
fn checkout() -> TestFolder {
    let folder = TestFolder::new();
    let crates = ["connector-core", "connector-macros", "connectors"];
    for krate in crates {
        copy(&workspace().join(krate), &folder.join(krate));
    }
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::copy(workspace().join("rustfmt.toml"), folder.join("rustfmt.toml")).unwrap();
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let (before, rest) = manifest.split_once("members = [").unwrap();
    let (_, after) = rest.split_once(']').unwrap();
    fs::write(folder.join("Cargo.toml"), format!("{before}members = {crates:?}{after}")).unwrap();
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Every file, by its path in the checkout.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                all.insert(name.replace('\\', "/"), text);
            }
        }
    }
    all
}

/// The files that differ, with the number of lines that are new in them; a new file has them all.
fn changed(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Vec<(String, usize)> {
    let changed = after.iter().filter(|(name, text)| before.get(*name) != Some(text));
    let lines = |name: &String, text: &String| match before.get(name) {
        None => usize::MAX,
        Some(old) => {
            let old: Vec<&str> = old.lines().collect();
            text.lines().filter(|line| !old.contains(line)).count()
        }
    };
    changed.map(|(name, text)| (name.clone(), lines(name, text))).collect()
}

#[test]
fn its_lists_have_it_once_and_its_test_passes() {
    let checkout = checkout();
    // Between the others: all of them stay in order.
    let new = [&["new", "bolt", "--in-tree", "--format=json"], &ACME[..]].concat();
    let before = texts(checkout.path());
    let ran = checkout.run(&new).ends(0).json();
    assert_eq!(ran["files"].as_array().unwrap().len(), 2, "{ran}");
    assert_eq!(ran["edited"].as_array().unwrap().len(), 2, "{ran}");
    let (lib, manifest) =
        (checkout.read("connectors/src/lib.rs"), checkout.read("connectors/Cargo.toml"));
    let next = connectors::all().iter().map(|one| one.name()).find(|name| *name > "bolt").unwrap();
    assert!(lib.contains(&format!("\n    bolt::Bolt = \"bolt\",\n    {next}::")), "{lib}");
    assert!(manifest.contains(&format!("\nbolt = []\n{next} = []\n")), "{manifest}");
    assert_eq!(
        changed(&before, &texts(checkout.path())),
        [
            // Its feature: cargo takes none from anywhere else.
            ("connectors/Cargo.toml".to_owned(), 1),
            ("connectors/src/bolt.rs".to_owned(), usize::MAX),
            ("connectors/src/lib.rs".to_owned(), 1),
            ("connectors/tests/bolt.rs".to_owned(), usize::MAX),
        ]
    );

    let stdout = cargo::test(checkout.path(), &["-p", "connectors", "--lib", "--test", "bolt"]);
    assert!(stdout.contains("test each_word_of_a_payment_has_its_meaning ... ok"), "{stdout}");

    checkout.run(&new).fails(2, "is there already");
    fs::remove_file(checkout.join("connectors/src/bolt.rs")).unwrap();
    fs::remove_file(checkout.join("connectors/tests/bolt.rs")).unwrap();
    assert_eq!(checkout.run(&new).ends(0).json()["edited"], serde_json::json!([]));
    assert_eq!(checkout.read("connectors/src/lib.rs"), lib);
    assert_eq!(checkout.read("connectors/Cargo.toml"), manifest);
}

#[test]
fn lists_that_are_not_as_expected_are_left_alone_and_the_lines_are_told() {
    let folder = TestFolder::new();
    for (file, text) in [
        ("connector-core/Cargo.toml", ""),
        ("connectors/Cargo.toml", "[package]\n"),
        ("connectors/src/lib.rs", "mod stripe;\n"),
    ] {
        fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
        fs::write(folder.join(file), text).unwrap();
    }
    let ran = folder.run(&[&["new", "acme", "--in-tree"], &ACME[..]].concat()).ends(0);
    assert!(ran.says("lib.rs: acme::Acme = \"acme\",") && ran.says("acme = []"), "{ran:?}");
    assert_eq!(folder.read("connectors/src/lib.rs"), "mod stripe;\n");
}

#[test]
fn a_type_that_another_connector_has_and_a_place_that_is_no_checkout() {
    let checkout = checkout();
    checkout
        .run(&[&["new", "authorize_net", "--in-tree"], &ACME[..]].concat())
        .fails(2, "another connector has the type `AuthorizeNet` already");
    TestFolder::new()
        .run(&[&["new", "acme", "--in-tree"], &ACME[..]].concat())
        .fails(2, "`--in-tree` is for a checkout of the project");
}
