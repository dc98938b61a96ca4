//! `sync`: a file of payments and refunds, over real sockets.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use connector_sandbox::Processor;

use crate::live::Live;
use crate::run::{Ran, TestFile, command, run};

/// What a run writes; it goes away with its test.
#[derive(Debug)]
struct Told(PathBuf);

impl Told {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let path = path.join(format!("told-{}-{name}.csv", std::process::id()));
        fs::remove_file(&path).ok();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    /// Each row by the names of its columns; no cell of these tests has a comma.
    fn rows(&self) -> Vec<BTreeMap<String, String>> {
        let text = fs::read_to_string(&self.0).unwrap();
        let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned));
        let head: Vec<String> = lines.next().unwrap().collect();
        lines.map(|cells| head.iter().cloned().zip(cells).collect()).collect()
    }

    /// What was told of the rows, by their numbers.
    fn told(&self) -> BTreeMap<usize, String> {
        let rows = self.rows();
        let told: BTreeMap<usize, String> = rows
            .iter()
            .map(|row| {
                let status = &row["told_status"];
                let told = if status.is_empty() { &row["told_outcome"] } else { status };
                (row["told_of_row"].parse().unwrap(), told.clone())
            })
            .collect();
        assert_eq!(told.len(), rows.len(), "a row stands there twice");
        told
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}

fn sync(input: &TestFile, told: &Told, more: &[&str]) -> Ran {
    let given = ["sync", input.path(), "--output", told.path(), "--per-second", "1000"];
    run(&[&given[..], more].concat())
}

#[test]
fn each_row_is_answered_beside_what_it_asked_and_what_cannot_be_asked_is_told() {
    let live = Live::start();
    let (file, told) = (live.credentials(Processor::Stripe), Told::new("each"));
    let input = TestFile::new(
        "\u{feff}order_no,payment_id,refund_id,amount,currency\n\
         o-1,pi_succeeded,,1234,USD\n\
         o-2,pi_processing,,,\n\
         o-3,pi_of_succeeded,re_succeeded,,\n\
         o-4,pi_succeeded,,1235,USD\n\
         o-5,,,,\n\
         o-6,pi_nope,,,\n\
         o-7,pi_succeeded,,12.34,USD\n\
         o-8\n",
    );
    let given = ["--connector", "stripe", "--credentials", file.path(), "--format", "json"];
    let ran = sync(&input, &told, &given).fails(6, "3 rows cannot be asked, the first is row 5");
    assert!(ran.stderr.contains("carried over, and not read: order_no"), "{ran:?}");
    let expected = [
        (1, "charged"),
        (2, "pending"),
        (3, "success"),
        (4, "mismatch"),
        (5, "not_asked"),
        (6, "not_found"),
        (7, "not_asked"),
        (8, "not_asked"),
    ];
    assert_eq!(told.told(), expected.map(|(row, told)| (row, told.to_owned())).into());
    for row in told.rows() {
        assert_eq!(row["order_no"], format!("o-{}", row["told_of_row"]));
    }
    let json = ran.json();
    assert_eq!((&json["told"]["not_asked"], &json["unanswered"]), (&3.into(), &0.into()));
    let rows = told.rows();
    let charged = rows.iter().find(|row| row["told_status"] == "charged").unwrap();
    assert_eq!((&*charged["told_amount"], &*charged["told_is_final"]), ("1234", "true"));
    assert_eq!(
        (&*charged["told_currency"], &*charged["told_connector_status"]),
        ("USD", "succeeded")
    );
}

#[test]
fn a_run_that_was_killed_goes_on_and_asks_nothing_twice() {
    let live = Live::start();
    let (file, told) = (live.credentials(Processor::Stripe), Told::new("killed"));
    let rows = 300;
    let input = TestFile::new(format!("payment_id\n{}", "pi_succeeded\n".repeat(rows)));
    let given = ["--connector", "stripe", "--credentials", file.path()];
    let paced = ["sync", input.path(), "--output", told.path(), "--per-second", "100"];
    let mut first = command(&[&paced[..], &given].concat()).spawn().unwrap();
    let lines = || fs::read_to_string(told.path()).unwrap_or_default().lines().count();
    let started = Instant::now();
    while lines() < 40 {
        assert!(started.elapsed() < Duration::from_secs(60), "{} lines", lines());
        std::thread::sleep(Duration::from_millis(20));
    }
    sync(&input, &told, &given).fails(2, "another run writes to it");
    first.kill().unwrap();
    first.wait().unwrap();
    // The worst that a kill can leave: a row that was being written.
    let whole = lines() - 1;
    let mut torn = fs::OpenOptions::new().append(true).open(told.path()).unwrap();
    torn.write_all(b"pi_succeeded,301,status,\"char").unwrap();
    drop(torn);
    let ran = sync(&input, &told, &given).ends(0);
    assert!(ran.stderr.contains(&format!("going on: {whole} of {rows} rows are there")), "{ran:?}");
    assert_eq!(told.told().len(), rows);
    // Beyond one question for each row, there are those that were under way when the run was killed.
    let asked = live.sandbox.requests().len();
    assert!((rows..=rows + 16).contains(&asked), "{asked} questions for {rows} rows");
    // All is told, and nothing is asked any more.
    sync(&input, &told, &given).ends(0);
    assert_eq!(live.sandbox.requests().len(), asked);
}

#[test]
fn what_nobody_answered_is_asked_by_the_next_run() {
    let live = Live::start();
    live.sandbox.set_slow_delay(Duration::from_secs(60));
    let (file, told) = (live.credentials(Processor::Stripe), Told::new("again"));
    let input = TestFile::new("payment_id\npi_fault_slow\npi_succeeded\n");
    let given = ["--connector", "stripe", "--credentials", file.path(), "--timeout", "1"];
    let ran = sync(&input, &told, &given).fails(4, "keep what you have");
    assert!(ran.stdout.contains("not answered: 1 rows, stripe transport"), "{ran:?}");
    assert_eq!(told.told(), [(2, "charged".to_owned())].into());
    live.sandbox.set_slow_delay(Duration::ZERO);
    sync(&input, &told, &given).ends(0);
    assert_eq!(told.told().len(), 2);
}

#[test]
fn a_processor_that_is_gone_is_not_asked_a_million_times() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let file = TestFile::new(format!(r#"{{"api_key": "k", "base_url": "http://{gone}"}}"#));
    let told = Told::new("gone");
    let input = TestFile::new(format!("payment_id\n{}", "pi_1\n".repeat(1_000)));
    let given = ["--connector", "stripe", "--credentials", file.path(), "--at-once", "100"];
    let ran = sync(&input, &told, &given).fails(4, "keep what you have");
    assert!(ran.stdout.contains("stripe answered nothing any more"), "{ran:?}");
    assert!(ran.stdout.contains("asks the 1000 rows that are not answered"), "{ran:?}");
    assert!(told.told().is_empty());
}

#[test]
fn nothing_is_asked_where_the_files_or_the_credentials_are_not_right() {
    let live = Live::start();
    let (file, told) = (live.credentials(Processor::Stripe), Told::new("wrong"));
    let stripe = ["--connector", "stripe", "--credentials", file.path()];
    for (input, given, gist) in [
        ("payment_di\npi_1\n", &stripe[..], "did you mean `payment_id`?"),
        ("", &stripe, "its first line is the head"),
        ("payment_id\npi_1\n", &[], "--connector says it for all"),
        ("payment_id,payment_id\npi_1,pi_1\n", &stripe, "two columns `payment_id`"),
        ("payment_id,connector\npi_1,checkout\n", &[], "no credentials for checkout"),
        ("payment_id\npi_1\n", &["--connector", "strpe"], "did you mean `stripe`?"),
    ] {
        sync(&TestFile::new(input), &told, given).fails(2, gist);
        assert!(!told.0.exists(), "{gist}");
    }
    let input = TestFile::new("payment_id\npi_succeeded\n");
    sync(&input, &told, &stripe).ends(0);
    let asked = live.sandbox.requests().len();
    // Another input, and a file that is no output at all: both stay as they are.
    for (other, gist) in [
        ("payment_id\npi_processing\n", "its row 1 is another one"),
        ("payment_id,note\npi_succeeded,x\n", "it has other columns"),
    ] {
        let before = fs::read(told.path()).unwrap();
        sync(&TestFile::new(other), &told, &stripe).fails(2, gist);
        assert_eq!(fs::read(told.path()).unwrap(), before);
    }
    let own = ["sync", input.path(), "--output", input.path()];
    run(&[&own[..], &stripe].concat()).fails(2, "no output of this input");
    assert_eq!(fs::read_to_string(input.path()).unwrap(), "payment_id\npi_succeeded\n");
    assert_eq!(live.sandbox.requests().len(), asked);
}

#[test]
fn an_output_can_be_the_next_input() {
    let live = Live::start();
    let file = live.credentials(Processor::Stripe);
    let (first, second) = (Told::new("first"), Told::new("second"));
    let given = ["--connector", "stripe", "--credentials", file.path()];
    sync(&TestFile::new("payment_id,order_no\npi_processing,o-1\n"), &first, &given).ends(0);
    let next = TestFile::new(fs::read(first.path()).unwrap());
    sync(&next, &second, &given).ends(0);
    assert_eq!(second.rows()[0].keys().len(), first.rows()[0].keys().len());
    assert_eq!(second.told(), first.told());
}
