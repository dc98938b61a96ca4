//! Columns that line up.

use std::fmt;

/// Rows of cells, of which the first is the head.
#[derive(Debug)]
pub(crate) struct Table<const N: usize> {
    indent: usize,
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    /// A table without a head.
    pub(crate) fn plain(indent: usize) -> Self {
        Self { indent, rows: Vec::new() }
    }

    pub(crate) fn with_head(indent: usize, head: [&str; N]) -> Self {
        Self { indent, rows: vec![head.map(str::to_uppercase)] }
    }

    pub(crate) fn row(&mut self, cells: [impl Into<String>; N]) {
        self.rows.push(cells.map(Into::into));
    }
}

impl<const N: usize> fmt::Display for Table<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths = [0_usize; N];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        for row in &self.rows {
            let cells = row.iter().zip(widths).map(|(cell, width)| padded(cell, width));
            let line = cells.collect::<Vec<_>>().join("  ");
            writeln!(f, "{:indent$}{}", "", line.trim_end(), indent = self.indent)?;
        }
        Ok(())
    }
}

/// The cell with blanks behind it. By hand: a width that is known at run time only may not exceed
/// 65,535 in a format string, and what a processor says can be longer.
fn padded(cell: &str, width: usize) -> String {
    let blanks = width.saturating_sub(cell.chars().count());
    [cell, &" ".repeat(blanks)].concat()
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_cell_may_be_longer_than_a_format_width() {
        let mut table = Table::plain(0);
        table.row(["x".repeat(70_000), "y".to_owned()]);
        table.row(["", "z"]);
        assert_eq!(table.to_string().lines().count(), 2);
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell_and_no_line_ends_in_blanks() {
        let mut table = Table::with_head(2, ["a", "b", "c"]);
        table.row(["ü", "long", ""]);
        assert_eq!(table.to_string(), "  A  B     C\n  ü  long\n");
    }
}
