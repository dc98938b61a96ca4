const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::FlowResponse<PSync> for PaymentIntent {
        const STATUSES: &'static [__core::StatusMapping] = __core::status_reader::<
            Wire<IntentStatus>,
            PSync,
        >()
            .mappings;
        fn into_outcome(
            self,
            __data: &__core::RouterData<PSync>,
        ) -> __core::Outcome<PSync> {
            let __status = match intent_status(&self) {
                ::core::result::Result::Ok(__status) => __status,
                ::core::result::Result::Err(__fault) => return __core::end(__fault),
            };
            let mut __response = <<PSync as __core::Flow>::Response as __core::ResponseData>::reported(
                __status,
            );
            __response.amount = match __core::money::<
                MinorUnit,
                Currency,
            >(&self.amount, &self.currency) {
                ::core::result::Result::Ok(__money) => __money,
                ::core::result::Result::Err(__fault) => return __core::end(__fault),
            };
            __response.amount_captured = match __core::money::<
                Option<MinorUnit>,
                Currency,
            >(&self.amount_received, &self.currency) {
                ::core::result::Result::Ok(__money) => __money,
                ::core::result::Result::Err(__fault) => return __core::end(__fault),
            };
            __core::Telling(&mut __response.connector_transaction_id)
                .tell::<PaymentId>(self.id);
            __core::Telling(&mut __response.error)
                .tell::<Option<ErrorDetail>>(self.last_payment_error);
            __core::Outcome::Status(__response)
        }
    }
    const _: () = __core::StatusReader::is_possible(
        &__core::status_reader::<Wire<IntentStatus>, PSync>(),
    );
};
