const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<{ __core::carries_out::<Acme, Capture>() }, Capture>;
    const _: () = (__core::is_whole::<Acme, __Flow>)();
    const _: () = {
        use __core::NoCount as _;
        (__core::counts_as::<
            Acme,
            __Flow,
        >)(<__core::CountProbe<Option<MinorUnit>>>::COUNT)
    };
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
                __core::amount_place::<
                    MinorUnit,
                >(__core::place("amount", "body", "request.amount_to_capture")),
            ],
            body: __core::described_body(
                "xml",
                "capture",
                "application/xml; charset=utf-8",
            ),
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
                    &__data.request.amount_to_capture,
                    "request.amount_to_capture",
                )
                .fill::<Option<MinorUnit>>(__to) else { return };
            let __asked = CaptureRequest {
                key: __0,
                payment: __1,
                amount: __2,
            };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for CaptureRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[]);
            __core::header::<&'a IdempotencyKey>(__to, "idempotency-key", &self.key);
            #[derive(::connector_core::__private::serde::Serialize)]
            #[serde(
                crate = "::connector_core::__private::serde",
                remote = "CaptureRequest"
            )]
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct __Body<'a> {
                payment: &'a PaymentId,
                #[serde(skip_serializing_if = "::core::option::Option::is_none")]
                amount: Option<MinorUnit>,
                #[serde(skip)]
                __marker: ::core::marker::PhantomData<(&'a (),)>,
            }
            struct __BodyOf<'__b, 'a>(&'__b CaptureRequest<'a>);
            #[automatically_derived]
            impl<'__b, 'a> __core::serde::Serialize for __BodyOf<'__b, 'a> {
                fn serialize<__S: __core::serde::Serializer>(
                    &self,
                    __serializer: __S,
                ) -> __core::Result<__S::Ok, __S::Error> {
                    __Body::serialize(self.0, __serializer)
                }
            }
            __core::Encoder::body(
                __to,
                __core::BodyKind::Xml,
                __core::Some("capture"),
                &__BodyOf(self),
            );
        }
    }
};
