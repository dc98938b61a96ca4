const _: () = {
    use ::connector_core::__private as __core;
    const _: () = __core::is_whole::<Stripe, PSync>();
    const _: () = __core::needs_no_idempotency_key::<PSync>();
    #[automatically_derived]
    impl __core::Integration<PSync> for Stripe {
        const METHOD: __core::Method = __core::Method::GET;
        const URL: __core::Template = __core::template(
            "/v1/payment_intents/{payment_id}?expand[]=latest_charge",
            &[__core::Literal("/v1/payment_intents/"), __core::Value("payment_id")],
            "expand%5B%5D=latest_charge",
        );
        const PLACES: &'static [__core::Place] = &[
            __core::place("payment_id", "path", "request.connector_transaction_id"),
        ];
        const RESPONSE: __core::Reader<PSync> = __core::reader::<PaymentIntent, PSync>();
        fn encode(
            __data: &__core::RouterData<PSync>,
            __auth: &<Stripe as __core::Connector>::Auth,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            let __request = PSyncRequest {
                payment_id: __core::Source(
                        &__data.request.connector_transaction_id,
                        "request.connector_transaction_id",
                    )
                    .fill::<&'_ PaymentId>()?,
            };
            __core::FlowRequest::encode(&__request, __encoder)
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for PSyncRequest<'a> {
        fn encode(
            &self,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            __core::Encoder::path(
                __encoder,
                &[__core::path_value::<&'a PaymentId>(&self.payment_id)],
            )?;
            ::core::result::Result::Ok(())
        }
    }
};
