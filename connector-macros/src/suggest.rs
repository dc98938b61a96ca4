//! "Did you mean": the name that is closest to a misspelt one.

/// The end of a message about an unknown name: the closest of the known ones, or all of them.
pub(crate) fn expected<'k>(unknown: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let known: Vec<&'k str> = known.into_iter().collect();
    match closest(unknown, &known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("expected {}", listed(&known)),
    }
}

/// The known name that an author may have meant, if one is close enough.
pub(crate) fn closest<'a>(unknown: &str, known: &[&'a str]) -> Option<&'a str> {
    let folded = unknown.to_lowercase();
    let distance = |name: &&str| edit_distance(&folded, &name.to_lowercase());
    // Of two that are as close the one that begins alike, and ends so: `captures` for `capturs`, and not `capture`.
    let ends = |name: &str| (name.chars().next(), name.chars().next_back());
    let (first, last) = ends(&folded);
    let differs = |name: &&str| {
        let (begin, end) = ends(&name.to_lowercase());
        (begin != first, end != last)
    };
    let best = known.iter().min_by_key(|name| (distance(name), differs(name)))?;
    // A third of the letters may be wrong; of a short name, one.
    let allowed = unknown.chars().count().checked_div(3).unwrap_or(0).max(1);
    (distance(best) <= allowed).then_some(*best).or_else(|| shortened(&folded, known))
}

/// The one name of which this is a part: `method` of `http_method`.
fn shortened<'a>(unknown: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut longer = known.iter().filter(|name| name.split('_').any(|part| part == unknown));
    longer.next().filter(|_| longer.next().is_none()).copied()
}

/// `a`, `b` or `c`.
pub(crate) fn listed(names: &[&str]) -> String {
    joined(names, "or")
}

/// `a`, `b` and `c`.
pub(crate) fn listed_all(names: &[&str]) -> String {
    joined(names, "and")
}

fn joined(names: &[&str], conjunction: &str) -> String {
    match names {
        [] => "nothing".to_owned(),
        [only] => format!("`{only}`"),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
            format!("{} {conjunction} `{last}`", first.join(", "))
        }
    }
}

/// How many letters have to be added, dropped, replaced or swapped with their neighbour.
fn edit_distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, a) in left.iter().enumerate() {
        let mut current = vec![row.saturating_add(1)];
        for (column, b) in right.iter().enumerate() {
            let get = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX);
            let replaced = get(&above, column).saturating_add(usize::from(a != b));
            let dropped = get(&above, column.saturating_add(1)).saturating_add(1);
            let added = get(&current, column).saturating_add(1);
            let mut best = replaced.min(dropped).min(added);
            if let (Some(row), Some(column)) = (row.checked_sub(1), column.checked_sub(1))
                && left.get(row) == Some(b)
                && right.get(column) == Some(a)
            {
                best = best.min(get(&before, column).saturating_add(1));
            }
            current.push(best);
        }
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (left, right, distance) in
            [("", "", 0), ("a", "", 1), ("url", "ulr", 1), ("kitten", "sitting", 3), ("é", "e", 1)]
        {
            assert_eq!(edit_distance(left, right), distance, "{left} {right}");
            assert_eq!(edit_distance(right, left), distance, "{right} {left}");
        }
    }

    #[test]
    fn the_closest_name_or_all_of_them() {
        let keys = ["connector", "flow_name", "http_method", "url"];
        assert_eq!(expected("htp_method", keys), "did you mean `http_method`?");
        assert_eq!(
            expected("retries", keys),
            "expected `connector`, `flow_name`, `http_method` or `url`"
        );
        assert_eq!(closest("POST", &["Get", "Post"]), Some("Post"));
        assert_eq!(closest("method", &keys), Some("http_method"));
        assert_eq!(closest("flow", &["flow_name", "flow_kind"]), None);
        assert_eq!(closest("capturs", &["capture", "captures"]), Some("captures"));
        assert_eq!(closest("PSync", &["RSync", "PSynk"]), Some("PSynk"));
    }
}
