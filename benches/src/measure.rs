//! Runs the cases, in this process for allocations and under callgrind for instructions.

use std::io::{self, Write as _};
use std::process::Command;

/// One thing to do, the two ways.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// What is done.
    pub name: &'static str,
    /// By the framework.
    pub ours: fn(),
    /// By hand.
    pub by_hand: fn(),
    /// What it is meant to cost.
    pub aim: Aim,
}

/// What ours is meant to stay below.
#[derive(Debug, Clone, Copy)]
pub enum Aim {
    /// `ours / by hand`, in hundredths.
    Percent(u64),
    /// `ours - by hand`, in instructions.
    Added(u64),
}

impl Aim {
    /// What there is, and what is aimed at.
    fn columns(self, ours: u64, by_hand: u64) -> (String, String) {
        match self {
            Self::Percent(aim) => (hundredths(ratio(ours, by_hand)), hundredths(aim)),
            Self::Added(aim) => (format!("+{}", ours.saturating_sub(by_hand)), format!("+{aim}")),
        }
    }
}

/// Rounds of the two runs whose difference is taken: start-up and warm-up cancel out.
const FEW: u64 = 100;
const MANY: u64 = 1100;

/// Runs all cases and prints the table.
///
/// # Errors
/// Where the output or the measuring process fails.
pub fn run(cases: &[Case]) -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--rounds") {
        let rounds = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(0);
        let name = arguments.next().unwrap_or_default();
        let by_hand = arguments.next().as_deref() == Some("by-hand");
        let chosen = cases.iter().find(|case| case.name == name);
        for _ in 0_u64..rounds {
            chosen.into_iter().for_each(
                |case| {
                    if by_hand { (case.by_hand)() } else { (case.ours)() }
                },
            );
        }
        return Ok(());
    }
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:<28}{:>14}{:>14}{:>8}{:>7}",
        "instructions", "ours", "by hand", "ratio", "aim"
    )?;
    for case in cases {
        let ours = instructions(case.name, "ours");
        let by_hand = instructions(case.name, "by-hand");
        match (ours, by_hand) {
            (Some(ours), Some(by_hand)) => {
                let (is, aim) = case.aim.columns(ours, by_hand);
                writeln!(out, "{:<28}{ours:>14}{by_hand:>14}{is:>8}{aim:>7}", case.name)?;
            }
            _ => writeln!(out, "{:<28}not counted: valgrind cannot be run", case.name)?,
        }
    }
    writeln!(out, "\n{:<28}{:>14}{:>14}{:>8}", "allocations", "ours", "by hand", "ratio")?;
    for case in cases {
        // What is prepared once is not part of a round.
        (case.ours)();
        (case.by_hand)();
        let ours = allocation_counter::measure(case.ours).count_total;
        let by_hand = allocation_counter::measure(case.by_hand).count_total;
        let ratio = hundredths(ratio(ours, by_hand));
        writeln!(out, "{:<28}{ours:>14}{by_hand:>14}{ratio:>8}", case.name)?;
    }
    Ok(())
}

/// Instructions of one round, by callgrind.
fn instructions(case: &str, side: &str) -> Option<u64> {
    let few = counted(case, side, FEW)?;
    let many = counted(case, side, MANY)?;
    many.checked_sub(few)?.checked_div(MANY.checked_sub(FEW)?)
}

fn counted(case: &str, side: &str, rounds: u64) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().ok()?)
        .args(["--rounds", &rounds.to_string(), case, side])
        .output()
        .ok()?;
    // "==123== Collected : 4567"
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = text.lines().find(|line| line.contains("Collected"))?;
    line.rsplit(' ').next()?.parse().ok()
}

/// In hundredths, rounded to the nearest.
fn ratio(ours: u64, by_hand: u64) -> u64 {
    let scaled = ours.saturating_mul(100).saturating_add(by_hand.checked_div(2).unwrap_or(0));
    scaled.checked_div(by_hand).unwrap_or(0)
}

fn hundredths(value: u64) -> String {
    let (whole, rest) = (value.checked_div(100), value.checked_rem(100));
    format!("{}.{:02}", whole.unwrap_or(0), rest.unwrap_or(0))
}
