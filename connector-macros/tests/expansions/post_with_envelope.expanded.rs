const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<
        { __core::carries_out::<AuthorizeNet, PSync>() },
        PSync,
    >;
    const _: () = (__core::is_whole::<AuthorizeNet, __Flow>)();
    (__core::filled_once)(__core::ByHand::<PSyncRequest<'static>, __Flow>::MADE);
    const _: () = (__core::orders_as_asked::<AuthorizeNet, __Flow>)(false, true, &[]);
    #[automatically_derived]
    impl __core::Integration<PSync> for AuthorizeNet
    where
        __Flow:,
    {
        const DECLARATION: __core::FlowDeclaration<PSync> = __core::FlowDeclaration {
            method: &__core::Method::POST,
            url: __core::template(
                "/xml/v1/request.api",
                &[__core::Literal("/xml/v1/request.api")],
                "",
            ),
            places: &[
                __core::place("merchantAuthentication", "body", "auth"),
                __core::place("transId", "body", "request.connector_transaction_id"),
            ],
            body: __core::described_body(
                "json",
                "getTransactionDetailsRequest",
                "application/json",
            ),
            ..__core::declared::<Reply, PSync>()
        };
        fn encode(
            __data: &__core::RouterData<PSync>,
            __auth: &<AuthorizeNet as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(&*__auth, "auth")
                .fill::<&'_ MerchantAuthentication>(__to) else { return };
            let __core::Some(__1) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<&'_ PaymentId>(__to) else { return };
            let __asked = PSyncRequest {
                merchant_authentication: __0,
                trans_id: __1,
            };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for PSyncRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[]);
            #[derive(::connector_core::__private::serde::Serialize)]
            #[serde(
                crate = "::connector_core::__private::serde",
                remote = "PSyncRequest"
            )]
            #[serde(rename_all = "camelCase")]
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct __Body<'a> {
                merchant_authentication: &'a MerchantAuthentication,
                trans_id: &'a PaymentId,
                #[serde(skip)]
                __marker: ::core::marker::PhantomData<(&'a (),)>,
            }
            struct __BodyOf<'__b, 'a>(&'__b PSyncRequest<'a>);
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
                __core::BodyKind::Json,
                __core::Some("getTransactionDetailsRequest"),
                &__BodyOf(self),
            );
        }
    }
};
