const _: () = {
    use ::connector_core::__private as __core;
    type __Known<__T> = __core::Known<{ __core::carries_out::<Acme, Capture>() }, __T>;
    type __Flow = <__Known<Capture> as __core::As>::Type;
    (__core::is_whole::<Acme, __Flow>)();
    const _: () = (__core::orders_as_asked::<Acme, __Flow>)(true, true, &[]);
    #[automatically_derived]
    impl __core::Integration<Capture> for Acme
    where
        __Known<()>:,
    {
        const DECLARATION: __core::FlowDeclaration<Capture> = __core::FlowDeclaration {
            method: &__core::Method::POST,
            url: __core::template("/captures", &[__core::Literal("/captures")], ""),
            places: &[
                __core::place("idempotency-key", "header", "request.idempotency_key"),
                __core::place("payment", "body", "request.connector_transaction_id"),
                __core::place("note", "body", "request.description"),
            ],
            body: __core::described_body("multipart", "", "multipart/form-data"),
            ..__core::declared::<Payment, Capture>()
        };
        fn encode(
            __data: &__core::RouterData<Capture>,
            __auth: &<Acme as __core::Connector>::Auth,
            __encoder: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.idempotency_key,
                    "request.idempotency_key",
                )
                .fill::<&'_ IdempotencyKey>(__encoder) else { return };
            let __core::Some(__1) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<&'_ PaymentId>(__encoder) else { return };
            let __core::Some(__2) = __core::Source(
                    &__data.request.description,
                    "request.description",
                )
                .fill::<Option<&'_ str>>(__encoder) else { return };
            let __request = CaptureRequest {
                key: __0,
                payment: __1,
                note: __2,
            };
            __core::FlowRequest::encode(&__request, __encoder);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for CaptureRequest<'a> {
        fn encode(&self, __encoder: &mut __core::Encoder) {
            __core::Encoder::path(__encoder, &[]);
            __core::header::<
                &'a IdempotencyKey,
            >(__encoder, "idempotency-key", &self.key);
            __core::Encoder::multipart(
                __encoder,
                &[
                    ("payment", __core::part_value::<&'a PaymentId>(&self.payment)),
                    ("note", __core::part_value::<Option<&'a str>>(&self.note)),
                ],
            );
        }
    }
};
