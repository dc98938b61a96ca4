//! What `connectors new` has done, and what is left to do.

use std::fmt::{self, Display};

use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Written {
    pub(super) name: String,
    /// New files.
    pub(super) files: Vec<String>,
    /// Files that were there and have a line more.
    pub(super) edited: Vec<String>,
    /// Lines that could not be added.
    pub(super) by_hand: Vec<String>,
    /// Commands.
    pub(super) next: Vec<String>,
}

impl Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in &self.files {
            writeln!(f, "wrote   {file}")?;
        }
        for file in &self.edited {
            writeln!(f, "edited  {file}")?;
        }
        for line in &self.by_hand {
            writeln!(f, "add to  {line}")?;
        }
        writeln!(f, "\nNext:")?;
        self.next.iter().try_for_each(|command| writeln!(f, "  {command}"))
    }
}
