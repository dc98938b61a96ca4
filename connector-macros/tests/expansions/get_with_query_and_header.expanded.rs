const _: () = {
    use ::connector_core::__private as __core;
    const _: () = __core::is_whole::<Acme, RSync>();
    const _: () = __core::needs_no_idempotency_key::<RSync>();
    #[automatically_derived]
    impl __core::Integration<RSync> for Acme {
        const METHOD: __core::Method = __core::Method::GET;
        const URL: __core::Template = __core::template(
            "/refunds/{refund_id}",
            &[__core::Literal("/refunds/"), __core::Value("refund_id")],
            "",
        );
        const PLACES: &'static [__core::Place] = &[
            __core::place("refund_id", "path", "request.connector_refund_id"),
            __core::place("payment", "query", "request.connector_transaction_id"),
            __core::place("acme-account", "header", "auth.account"),
        ];
        const RESPONSE: __core::Reader<RSync> = __core::reader::<Refund, RSync>();
        fn encode(
            __data: &__core::RouterData<RSync>,
            __auth: &<Acme as __core::Connector>::Auth,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            let __request = RSyncRequest {
                refund_id: __core::Source(
                        &__data.request.connector_refund_id,
                        "request.connector_refund_id",
                    )
                    .fill::<&'_ RefundId>()?,
                payment_id: __core::Source(
                        &__data.request.connector_transaction_id,
                        "request.connector_transaction_id",
                    )
                    .fill::<Option<&'_ PaymentId>>()?,
                account: __core::Source(&__auth.account, "auth.account")
                    .fill::<&'_ Account>()?,
            };
            __core::FlowRequest::encode(&__request, __encoder)
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for RSyncRequest<'a> {
        fn encode(
            &self,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            __core::Encoder::path(
                __encoder,
                &[__core::path_value::<&'a RefundId>(&self.refund_id)],
            )?;
            __core::query::<
                Option<&'a PaymentId>,
            >(__encoder, "payment", &self.payment_id);
            __core::header::<&'a Account>(__encoder, "acme-account", &self.account)?;
            ::core::result::Result::Ok(())
        }
    }
};
