#[derive(WireStatus)]
#[wire_status(AttemptStatus = Unresolved, RefundStatus, rename_all = "camelCase")]
enum TransactionStatus {
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    SettledSuccessfully,
    #[wire_status(Pending)]
    #[wire_status(rename = "FDSPendingReview")]
    FdsPendingReview,
}
