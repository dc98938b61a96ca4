const _: () = {
    use ::facade::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<{ __core::carries_out::<Acme, PSync>() }, PSync>;
    const _: () = (__core::is_whole::<Acme, __Flow>)();
    const _: () = {
        use __core::NoCount as _;
        (__core::counts_as::<Acme, __Flow>)(<__core::CountProbe<MinorUnit>>::COUNT)
    };
    const _: () = (__core::orders_as_asked::<Acme, __Flow>)(false, false, &[]);
    #[automatically_derived]
    impl __core::Integration<PSync> for Acme
    where
        __Flow:,
    {
        const DECLARATION: __core::FlowDeclaration<PSync> = __core::FlowDeclaration {
            method: &__core::Method::POST,
            url: __core::template(
                "/payments/{payment_id}",
                &[__core::Literal("/payments/"), __core::Value("payment_id")],
                "",
            ),
            places: &[
                __core::place("payment_id", "path", ""),
                __core::place("amount", "body", ""),
            ],
            body: __core::described_body("json", "", "application/json"),
            ..__core::declared::<Payment, PSync>()
        };
        fn encode(
            __data: &__core::RouterData<PSync>,
            __auth: &<Acme as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__asked) = __core::transformed::<
                PSync,
                PSyncRequest<'_>,
            >(__data, __to) else { return };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a, T: Serialize> __core::FlowRequest for PSyncRequest<'a, T> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[__core::segment::<&'a PaymentId>(&self.payment_id)]);
            #[derive(::facade::connector_core::__private::serde::Serialize)]
            #[serde(
                crate = "::facade::connector_core::__private::serde",
                remote = "PSyncRequest"
            )]
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct __Body<'a, T: Serialize> {
                amount: T,
                #[serde(skip)]
                __marker: ::core::marker::PhantomData<(&'a (), *const T)>,
            }
            struct __BodyOf<'__b, 'a, T: Serialize>(&'__b PSyncRequest<'a, T>);
            #[automatically_derived]
            impl<'__b, 'a, T: Serialize> __core::serde::Serialize
            for __BodyOf<'__b, 'a, T> {
                fn serialize<__S: __core::serde::Serializer>(
                    &self,
                    __serializer: __S,
                ) -> __core::Result<__S::Ok, __S::Error> {
                    __Body::serialize(self.0, __serializer)
                }
            }
            __core::Encoder::body(
                __to,
                __core::BodyKind::Json,
                __core::None,
                &__BodyOf(self),
            );
        }
    }
};
