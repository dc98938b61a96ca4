use connector_core::prelude::*;

#[derive(Debug, Auth)]
struct Key(Secret);

#[derive(Debug, Auth)]
enum Choice {
    Key,
}

fn main() {}
