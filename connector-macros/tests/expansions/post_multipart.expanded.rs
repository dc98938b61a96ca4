const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<{ __core::carries_out::<Acme, Capture>() }, Capture>;
    const _: () = (__core::is_whole::<Acme, __Flow>)();
    (__core::filled_once)(__core::ByHand::<CaptureRequest<'static>, __Flow>::MADE);
    const _: () = (__core::orders_as_asked::<Acme, __Flow>)(true, true, &[]);
    #[automatically_derived]
    impl __core::Integration<Capture> for Acme
    where
        __Flow:,
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
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.idempotency_key,
                    "request.idempotency_key",
                )
                .fill::<&'_ IdempotencyKey>(__to) else { return };
            let __core::Some(__1) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<&'_ PaymentId>(__to) else { return };
            let __core::Some(__2) = __core::Source(
                    &__data.request.description,
                    "request.description",
                )
                .fill::<Option<&'_ str>>(__to) else { return };
            let __asked = CaptureRequest {
                key: __0,
                payment: __1,
                note: __2,
            };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for CaptureRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[]);
            __core::header::<&'a IdempotencyKey>(__to, "idempotency-key", &self.key);
            __core::Encoder::multipart(
                __to,
                &[
                    ("payment", __core::part_value::<&'a PaymentId>(&self.payment)),
                    ("note", __core::part_value::<Option<&'a str>>(&self.note)),
                ],
            );
        }
    }
};
