//! Files that are read, and `-`, which is stdin.

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use http::{HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::failure::Failure;

/// The longest data and credentials that are read. Both are a few lines.
const LONGEST: usize = 1024 * 1024;

/// Where to read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    /// For clap: any path, also one that is not UTF-8.
    pub(crate) fn parser() -> impl TypedValueParser<Value = Self> {
        OsStringValueParser::new().map(Self::from)
    }

    /// Everything that is there. It may be credentials or a card, so that it is wiped when it is dropped; and there
    /// is room for all of it from the start, since what a buffer that grows leaves behind is not.
    pub(crate) fn read(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        let limit = LONGEST.saturating_add(1);
        let mut bytes = Zeroizing::new(Vec::with_capacity(limit));
        self.read_into(&mut bytes, limit)?;
        if bytes.len() > LONGEST {
            return Err(Failure::usage(format!("{self} is longer than {LONGEST} bytes")));
        }
        Ok(bytes)
    }

    /// The first bytes, and no more of them than `limit`.
    pub(crate) fn read_at_most(&self, limit: usize) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        self.read_into(&mut bytes, limit)?;
        Ok(bytes)
    }

    fn read_into(&self, bytes: &mut Vec<u8>, limit: usize) -> Result<(), Failure> {
        let mut read = || -> io::Result<()> {
            let source: Box<dyn Read> = match self {
                Self::Stdin => Box::new(io::stdin().lock()),
                Self::File(path) => Box::new(File::open(path)?),
            };
            let limit = u64::try_from(limit).unwrap_or(u64::MAX);
            source.take(limit).read_to_end(bytes)?;
            Ok(())
        };
        // A name that is mistyped is the user's to mend, as its contents are.
        read().map_err(|error| Failure::usage(format!("{self} cannot be read: {error}")))
    }
}

/// Refuses to read two things from one stdin.
pub(crate) fn stdin_once<const N: usize>(inputs: [Option<&Input>; N]) -> Result<(), Failure> {
    let from_stdin = inputs.iter().filter(|input| **input == Some(&Input::Stdin)).count();
    if from_stdin > 1 {
        return Err(Failure::usage("only one of the files can be `-`: there is one stdin"));
    }
    Ok(())
}

impl From<OsString> for Input {
    fn from(path: OsString) -> Self {
        if path == "-" { Self::Stdin } else { Self::File(path.into()) }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("stdin"),
            Self::File(path) => write!(f, "`{}`", path.display()),
        }
    }
}

/// Reads a header as curl writes them: `Name: value`.
pub(crate) fn header(text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let (name, value) = text.split_once(':').ok_or("a header is `Name: value`")?;
    let name = name.trim().parse().map_err(|_| "not the name of a header")?;
    let value = value.trim().parse().map_err(|_| "not the value of a header")?;
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Does not compile where what was read would stay in memory.
    const _: fn(&Input) -> Result<Zeroizing<Vec<u8>>, Failure> = Input::read;

    #[test]
    fn what_is_read_is_never_moved_to_a_larger_place() {
        let path = std::env::temp_dir().join(format!("connectors-input-{}", std::process::id()));
        for length in [0, 1, 100_000, LONGEST] {
            std::fs::write(&path, vec![b'x'; length]).unwrap();
            let read = Input::File(path.clone()).read().unwrap();
            assert_eq!((read.len(), read.capacity()), (length, LONGEST + 1));
        }
        std::fs::write(&path, vec![b'x'; LONGEST + 1]).unwrap();
        assert!(Input::File(path.clone()).read().is_err());
        std::fs::remove_file(&path).unwrap();
    }
}
