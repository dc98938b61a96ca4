const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::WireStatus for TransactionStatus {
        const WORDS: &'static [&'static __core::str] = &[
            "settledSuccessfully",
            "FDSPendingReview",
        ];
        fn variant(__place: __core::usize) -> __core::Option<Self> {
            match __place {
                0usize => __core::Some(Self::SettledSuccessfully),
                1usize => __core::Some(Self::FdsPendingReview),
                _ => __core::None,
            }
        }
        fn word(&self) -> &'static __core::str {
            match *self {
                Self::SettledSuccessfully => "settledSuccessfully",
                Self::FdsPendingReview => "FDSPendingReview",
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __core::serde::Deserialize<'__de> for TransactionStatus {
        fn deserialize<__D: __core::serde::Deserializer<'__de>>(
            _: __D,
        ) -> __core::Result<Self, __D::Error> {
            const { (__core::words_are_read_as_wire)() }
        }
    }
    const _: __core::AttemptStatus = (__core::AttemptStatus::for_unknown_words)(
        __core::AttemptStatus::Unresolved,
    );
    #[automatically_derived]
    impl __core::StatusOf<__core::AttemptStatus> for TransactionStatus {
        const UNKNOWN: __core::AttemptStatus = __core::AttemptStatus::Unresolved;
        const CHOSEN_UNKNOWN: __core::Option<&'static __core::str> = __core::Some(
            __core::AttemptStatus::Unresolved.as_name(),
        );
        const MAPPINGS: &'static [__core::StatusMapping] = &[
            __core::line(
                "settledSuccessfully",
                __core::Some(__core::AttemptStatus::Charged.as_name()),
            ),
            __core::line(
                "FDSPendingReview",
                __core::Some(__core::AttemptStatus::Pending.as_name()),
            ),
            __core::line_of_others(__core::AttemptStatus::Unresolved.as_name()),
        ];
        fn meaning(&self) -> __core::Option<__core::AttemptStatus> {
            match *self {
                Self::SettledSuccessfully => __core::Some(__core::AttemptStatus::Charged),
                Self::FdsPendingReview => __core::Some(__core::AttemptStatus::Pending),
            }
        }
    }
    #[automatically_derived]
    impl __core::StatusOf<__core::RefundStatus> for TransactionStatus {
        const UNKNOWN: __core::RefundStatus = __core::RefundStatus::Pending;
        const MAPPINGS: &'static [__core::StatusMapping] = &[
            __core::line("settledSuccessfully", __core::None),
            __core::line(
                "FDSPendingReview",
                __core::Some(__core::RefundStatus::Pending.as_name()),
            ),
            __core::line_of_others(__core::RefundStatus::Pending.as_name()),
        ];
        fn meaning(&self) -> __core::Option<__core::RefundStatus> {
            match *self {
                Self::SettledSuccessfully => __core::None,
                Self::FdsPendingReview => __core::Some(__core::RefundStatus::Pending),
            }
        }
    }
};
