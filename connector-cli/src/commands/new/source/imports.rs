//! `use` with a list, broken where rustfmt breaks it.

use super::WIDTH;

/// `use krate::{A, B};`, in the order of rustfmt.
pub(super) fn imports(krate: &str, mut names: Vec<&str>) -> String {
    names.sort_unstable();
    if let [only] = names.as_slice() {
        return format!("use {krate}::{only};\n");
    }
    let line = format!("use {krate}::{{{}}};\n", names.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    let mut text = format!("use {krate}::{{\n   ");
    let mut column = 3_usize;
    for name in names {
        let next = column.saturating_add(name.len()).saturating_add(2);
        if next > WIDTH {
            text.push_str("\n   ");
            column = 3;
        }
        text.push(' ');
        text.push_str(name);
        text.push(',');
        column = column.saturating_add(name.len()).saturating_add(2);
    }
    text.push_str("\n};\n");
    text
}

#[cfg(test)]
mod tests {
    use super::imports;

    #[test]
    fn one_a_line_of_them_and_more() {
        assert_eq!(imports("a", vec!["B"]), "use a::B;\n");
        assert_eq!(imports("a", vec!["c", "B"]), "use a::{B, c};\n");
        let many: Vec<&str> = ["Abcdefghijklmnopqrstuvwxyz"; 5].to_vec();
        let text = imports("a", many);
        assert!(text.lines().all(|line| line.len() <= 100));
        assert_eq!(text.lines().count(), 4);
    }
}
