//! Columns that line up.

use std::fmt;

/// What stands between two columns.
const GAP: &str = "  ";

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

impl<const N: usize> Table<N> {
    /// Each row as it is written, in lines no longer than this where the words permit. A cell that is too
    /// long goes on below itself.
    pub(crate) fn within(&self, limit: usize) -> Vec<String> {
        let widths = self.widths(limit);
        let written = |row: &[String; N]| {
            let mut cells: Vec<_> =
                row.iter().zip(widths).map(|(cell, width)| wrapped(cell, width)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or_default();
            let mut lines = String::new();
            for _ in 0..height {
                let line = cells.iter_mut().zip(widths).map(|(cell, width)| {
                    let part = if cell.is_empty() { String::new() } else { cell.remove(0) };
                    padded(&part, width)
                });
                let line = line.collect::<Vec<_>>().join(GAP);
                lines.push_str(&" ".repeat(self.indent));
                lines.push_str(line.trim_end());
                lines.push('\n');
            }
            lines
        };
        self.rows.iter().map(written).collect()
    }

    /// As wide as the widest cell; then the widest column that can be narrower is, until all fit.
    fn widths(&self, limit: usize) -> [usize; N] {
        let longest = |of: fn(&str) -> usize| {
            let mut widths = [0_usize; N];
            for row in &self.rows {
                for (width, cell) in widths.iter_mut().zip(row) {
                    *width = of(cell).max(*width);
                }
            }
            widths
        };
        let mut widths = longest(|cell| cell.chars().count());
        let words = longest(|cell| {
            cell.split(' ').map(|word| word.chars().count()).max().unwrap_or_default()
        });
        let gaps = GAP.len().saturating_mul(N.saturating_sub(1)).saturating_add(self.indent);
        while widths.iter().sum::<usize>().saturating_add(gaps) > limit {
            let narrowable = widths.iter_mut().zip(words).filter(|(width, word)| **width > *word);
            let Some((width, _)) = narrowable.max_by_key(|(width, _)| **width) else { break };
            *width = width.saturating_sub(1);
        }
        widths
    }
}

impl<const N: usize> fmt::Display for Table<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.within(usize::MAX).iter().try_for_each(|row| f.write_str(row))
    }
}

/// The text in lines of so many characters, broken at blanks; a word is never broken.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    if text.chars().count() <= width {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let more = word.chars().count().saturating_add(1);
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(more) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
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
    fn what_is_too_long_goes_on_below_itself() {
        let mut table = Table::plain(2);
        table.row(["one two three", "x"]);
        table.row(["a_long_word", "y"]);
        assert_eq!(table.within(16), ["  one two      x\n  three\n", "  a_long_word  y\n"]);
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell_and_no_line_ends_in_blanks() {
        let mut table = Table::with_head(2, ["a", "b", "c"]);
        table.row(["ü", "long", ""]);
        assert_eq!(table.to_string(), "  A  B     C\n  ü  long\n");
    }
}
