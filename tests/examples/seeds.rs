//! Writes the seeds of the fuzz targets into the folder that is named.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a tool for tests, which stops where it cannot go on"
)]

use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).expect("seeds FOLDER");
    let seeds = connector_tests::seeds::all();
    for (number, (target, bytes)) in seeds.iter().enumerate() {
        let folder = Path::new(&folder).join(target);
        std::fs::create_dir_all(&folder).expect("a folder for the seeds");
        std::fs::write(folder.join(format!("{number:05}")), bytes).expect("a seed is written");
    }
    println!("{} seeds", seeds.len());
}
