//! Writes the seeds of the fuzz targets into the folder that is named: the sandbox's good answers, data of every flow, credentials, and templates.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a tool for tests, which stops where it cannot go on"
)]

use std::path::Path;

use connector_tests::asked::{Asked, STATUSES};
use connector_tests::good_answer::GoodAnswer;

fn write(target: &str, number: usize, bytes: &[u8]) {
    let folder = std::env::args().nth(1).expect("seeds FOLDER");
    let folder = Path::new(&folder).join(target);
    std::fs::create_dir_all(&folder).expect("a folder for the seeds");
    std::fs::write(folder.join(format!("{number:04}")), bytes).expect("a seed is written");
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).expect("fewer than 256 flows")
}

fn main() {
    let asked = Asked::all();
    let mut count = 0_usize;
    for good in GoodAnswer::all() {
        // Every flow of the same processor: its answers are alike.
        for (which, asked) in asked.iter().enumerate() {
            if asked.name.0 == good.processor.name() {
                let mut seed = vec![byte(which), 0, 0];
                seed.extend_from_slice(&good.body);
                write("responses", count, &seed);
                count = count.saturating_add(1);
            }
        }
    }
    for (which, asked) in asked.iter().enumerate() {
        write("router_data", which, &[&[byte(which)], asked.data.as_bytes()].concat());
        let template = asked.build(asked.data.as_bytes()).expect("good data");
        write("template", which, template.uri().path().as_bytes());
        for (number, status) in STATUSES.iter().enumerate() {
            let error = format!(r#"{{"error":{{"code":"c","message":"m"}},"status":{status}}}"#);
            write(
                "responses",
                count,
                &[&[byte(which), byte(number), 0], error.as_bytes()].concat(),
            );
            count = count.saturating_add(1);
        }
    }
    for (number, connector) in connectors::all().iter().enumerate() {
        let fields = connector.describe().credentials.iter();
        let fields = fields.map(|field| format!(r#""{0}":"{0}""#, field.name));
        let json = format!("{{{}}}", fields.collect::<Vec<_>>().join(","));
        write("credentials", number, json.as_bytes());
    }
    println!("{count} answers");
}
