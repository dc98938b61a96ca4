const _: () = {
    use ::connector_core::__private as __core;
    type __Flow = __core::KnownAs<{ __core::is_flow::<PSync>() }, PSync>;
    #[automatically_derived]
    impl __core::FlowResponse<PSync> for Reply
    where
        __Flow:,
    {
        const STATUSES: &'static [__core::StatusMapping] = {
            const __TABLES: &[__core::FieldTable<'static>] = &[
                (__core::Some("Found"), __core::shape::<Transaction, PSync>().mappings),
                (__core::Some("Inside"), __core::shape::<Transaction, PSync>().mappings),
                (
                    __core::Some("Several"),
                    __core::list_last::<Vec<Transaction>, PSync>().mappings,
                ),
            ];
            &__core::joined::<{ __core::lines(__TABLES) }>(__TABLES)
        };
        const INTEGRITY: __core::Integrity = __core::weakest(
            &[
                __core::shape::<Transaction, PSync>().integrity,
                __core::shape::<Transaction, PSync>().integrity,
                __core::list_last::<Vec<Transaction>, PSync>().integrity,
            ],
        );
        const UNIT: __core::Option<__core::Unit> = __core::Unit::of_all(
            &[
                __core::shape::<Transaction, PSync>().unit,
                __core::shape::<Transaction, PSync>().unit,
                __core::list_last::<Vec<Transaction>, PSync>().unit,
            ],
        );
        const STATUS_BY: __core::Option<__core::StatusBy> = __core::first_said(
            &[
                __core::shape::<Transaction, PSync>().status_by,
                __core::shape::<Transaction, PSync>().status_by,
                __core::list_last::<Vec<Transaction>, PSync>().status_by,
            ],
        );
        const BY_ITSELF: __core::Option<&'static __core::str> = __core::first_said(
            &[
                __core::shape::<Transaction, PSync>().by_itself,
                __core::shape::<Transaction, PSync>().by_itself,
                __core::list_last::<Vec<Transaction>, PSync>().by_itself,
            ],
        );
        fn read(
            __body: __core::ResponseBody<'_>,
        ) -> __core::Result<Self, __core::ReadError> {
            __core::first_shape(
                __body,
                &[
                    (
                        "Found",
                        |__body| __core::Result::map(
                            (__core::shape::<Transaction, PSync>().read)(__body),
                            Self::Found,
                        ),
                    ),
                    (
                        "Inside",
                        |__body| __core::Result::map(
                            (__core::shape::<Transaction, PSync>()
                                .read)(
                                __core::ResponseBody::within(__body, &["data", "payment"])?,
                            ),
                            Self::Inside,
                        ),
                    ),
                    (
                        "Several",
                        |__body| __core::Result::map(
                            (__core::list_last::<Vec<Transaction>, PSync>()
                                .read)(__body),
                            Self::Several,
                        ),
                    ),
                    (
                        "Trouble",
                        |__body| __core::Result::map(
                            (__core::error_shape::<Messages, PSync>().read)(__body),
                            Self::Trouble,
                        ),
                    ),
                ],
            )
        }
        fn into_outcome(
            self,
            __data: &__core::RouterData<PSync>,
        ) -> __core::Outcome<PSync> {
            match self {
                Self::Found(__shape) => {
                    (__core::shape::<Transaction, PSync>().outcome)(__shape, __data)
                }
                Self::Inside(__shape) => {
                    (__core::shape::<Transaction, PSync>().outcome)(__shape, __data)
                }
                Self::Several(__shape) => {
                    (__core::list_last::<Vec<Transaction>, PSync>()
                        .outcome)(__shape, __data)
                }
                Self::Trouble(__shape) => {
                    (__core::error_shape::<Messages, PSync>().outcome)(__shape, __data)
                }
            }
        }
    }
};
