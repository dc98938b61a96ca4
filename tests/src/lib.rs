//! Tests that need several of the crates at once, and those of the derives at compile time.

pub mod fixture;
