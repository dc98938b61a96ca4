//! Names that the generated files cannot give to something of their own.

/// Names of modules and fields that Rust does not allow as they stand.
pub(super) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Crates that the generated files name; a module of that name would stand before them.
pub(super) const CRATES: &[&str] = &["alloc", "connector_core", "core", "http", "serde", "std"];

/// Types that the generated files name.
pub(super) const TYPES: &[&str] = &[
    "AttemptStatus",
    "Auth",
    "BearerAuth",
    "Box",
    "BuildError",
    "Clone",
    "Connection",
    "Connector",
    "ConnectorFlow",
    "Copy",
    "CredentialFields",
    "Currency",
    "Debug",
    "Deserialize",
    "Err",
    "ErrorClass",
    "ErrorResponse",
    "FlowResponse",
    "MerchantReference",
    "MinorUnit",
    "None",
    "Ok",
    "Option",
    "PSync",
    "PSyncRequest",
    "Payment",
    "PaymentId",
    "PaymentWord",
    "PaymentsSyncData",
    "ProcessorError",
    "RSync",
    "RSyncRequest",
    "Refund",
    "RefundId",
    "RefundStatus",
    "RefundSyncData",
    "RefundWord",
    "Result",
    "RouterData",
    "Secret",
    "Serialize",
    "Some",
    "StatusCode",
    "Wire",
    "WireStatus",
];
