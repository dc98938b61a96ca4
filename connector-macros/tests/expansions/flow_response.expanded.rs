const _: () = {
    use ::connector_core::__private as __core;
    type __Flow = __core::KnownAs<{ __core::is_flow::<PSync>() }, PSync>;
    #[automatically_derived]
    impl __core::FlowResponse<PSync> for PaymentIntent
    where
        __Flow:,
    {
        const STATUSES: &'static [__core::StatusMapping] = __core::status_reader::<
            Wire<IntentStatus>,
            PSync,
        >()
            .mappings;
        const INTEGRITY: __core::Integrity = __TOLD
            .reported()
            .with_status_at(&["status"]);
        const UNIT: __core::Option<__core::Unit> = __core::Unit::of_all(
            &[
                __core::Some(__core::Unit::of::<MinorUnit>()),
                __core::Some(__core::Unit::of::<MinorUnit>()),
            ],
        );
        const STATUS_BY: __core::Option<__core::StatusBy> = __core::Some(__core::StatusBy {
            function: "intent_status",
            decided_by: "the error beside the word",
        });
        fn read(
            __body: __core::ResponseBody<'_>,
        ) -> __core::Result<Self, __core::ReadError> {
            __core::ResponseBody::json::<Self>(__body)
        }
        fn into_outcome(
            self,
            __data: &__core::RouterData<PSync>,
        ) -> __core::Outcome<PSync> {
            __core::told(move || {
                let __status = __core::judged::<Self, PSync, _>(intent_status, &self)?;
                let mut __response = <<PSync as __core::Flow>::Response as __core::ResponseData>::reported(
                    __status,
                );
                __response.amount = __core::money::<
                    MinorUnit,
                    Currency,
                >(&self.amount, &self.currency)?;
                __response.amount_captured = __core::money::<
                    Option<MinorUnit>,
                    Currency,
                >(&self.amount_received, &self.currency)?;
                __response.connector_transaction_id = (__core::id_reader::<
                    PaymentId,
                    __core::PaymentId,
                >()
                    .told)(self.id)?;
                __core::Telling(&mut __response.error)
                    .tell::<Option<ErrorDetail>>(self.last_payment_error);
                __core::Ok(__response)
            })
        }
    }
    const __TOLD: __core::Integrity = __core::integrity::<
        __Flow,
    >(
            &["connector_transaction_id", "amount", "amount_captured"],
            __core::None,
            __core::None,
        )
        .and_captured();
    #[automatically_derived]
    impl __core::TellsId<PSync, __core::PaymentId> for PaymentIntent {
        fn id(&self) -> __core::Option<&__core::str> {
            (__core::id_reader::<PaymentId, __core::PaymentId>().text)(&self.id)
        }
    }
    {
        (__core::StatusReader::is_possible)(
            &__core::status_reader::<Wire<IntentStatus>, __Flow>(),
        );
    };
    const _: () = (__core::tells_all)(&[__TOLD.needed_by::<__Flow>()]);
};
