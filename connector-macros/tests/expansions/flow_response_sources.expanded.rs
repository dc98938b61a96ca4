const _: () = {
    use ::connector_core::__private as __core;
    type __Flow = __core::KnownAs<{ __core::is_flow::<PSync>() }, PSync>;
    #[automatically_derived]
    impl __core::FlowResponse<PSync> for Transaction
    where
        __Flow:,
    {
        const STATUSES: &'static [__core::StatusMapping] = {
            const __TABLES: &[__core::FieldTable<'static>] = &[
                (
                    __core::Some("response"),
                    __core::status_reader::<Option<Wire<Response>>, PSync>().mappings,
                ),
                (
                    __core::Some("state"),
                    __core::status_reader::<Option<Wire<State>>, PSync>().mappings,
                ),
                (
                    __core::Some("state"),
                    &[
                        {
                            type __Status = <<PSync as __core::Flow>::Response as __core::ResponseData>::Status;
                            __core::absent_line(__Status::as_name(__Status::Pending))
                        },
                    ],
                ),
            ];
            &__core::joined::<{ __core::lines(__TABLES) }>(__TABLES)
        };
        const INTEGRITY: __core::Integrity = __TOLD
            .reported()
            .in_the_currency_asked()
            .with_status_at(&["response", "state"]);
        const UNIT: __core::Option<__core::Unit> = __core::Unit::of_all(
            &[__core::Some(__core::Unit::of::<StringMajorUnit>())],
        );
        fn read(
            __body: __core::ResponseBody<'_>,
        ) -> __core::Result<Self, __core::ReadError> {
            __core::ResponseBody::xml::<Self>(__body)
        }
        fn into_outcome(
            self,
            __data: &__core::RouterData<PSync>,
        ) -> __core::Outcome<PSync> {
            __core::told(move || {
                let __status = __core::first_told([
                    (__core::status_reader::<Option<Wire<Response>>, PSync>()
                        .report)(&self.response, __data),
                    (__core::status_reader::<Option<Wire<State>>, PSync>()
                        .report)(&self.state, __data),
                    __core::if_absent::<
                        Option<Wire<State>>,
                        _,
                    >(
                        &self.state,
                        <<<PSync as __core::Flow>::Response as __core::ResponseData>::Status>::Pending,
                    ),
                ])?;
                let mut __response = <<PSync as __core::Flow>::Response as __core::ResponseData>::reported(
                    __status,
                );
                __response.amount = __core::money_as_asked::<
                    StringMajorUnit,
                    PSync,
                >(&self.amount, __data)?;
                __response.connector_transaction_id = (__core::id_reader::<
                    Box<str>,
                    __core::PaymentId,
                >()
                    .told)(self.id)?;
                __core::Telling(&mut __response.redirection_data)
                    .tell::<Option<Box<str>>>(self.url);
                let mut __error = <__core::ProcessorError as ::core::default::Default>::default();
                __error.code = __core::error_part::<Option<i64>>(self.code);
                __response.error = __core::unless_succeeded(&__response, __error);
                __core::Ok(__response)
            })
        }
    }
    const __TOLD: __core::Integrity = __core::integrity::<
        __Flow,
    >(&["connector_transaction_id", "amount"], __core::None, __core::None);
    #[automatically_derived]
    impl __core::TellsId<PSync, __core::PaymentId> for Transaction {
        fn id(&self) -> __core::Option<&__core::str> {
            (__core::id_reader::<Box<str>, __core::PaymentId>().text)(&self.id)
        }
    }
    (__core::is_complete::<
        __Flow,
    >)(
        <Transaction as __core::FlowResponse<__Flow>>::STATUSES,
        &[
            __core::status_reader::<Option<Wire<Response>>, __Flow>().beside,
            __core::status_reader::<Option<Wire<State>>, __Flow>().beside,
        ],
    );
    const _: () = (__core::tells_all)(&[__TOLD.needed_by::<__Flow>()]);
};
const _: () = {
    use ::connector_core::__private as __core;
    const _: () = (__core::absent_is_open)(
        &[
            {
                type __Status = <<PSync as __core::Flow>::Response as __core::ResponseData>::Status;
                __Status::whose_move(__Status::Pending)
            },
        ],
    );
};
