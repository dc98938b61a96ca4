const _: () = {
    use ::connector_core::__private as __core;
    const _: () = __core::is_whole::<AuthorizeNet, PSync>();
    const _: () = __core::needs_no_idempotency_key::<PSync>();
    #[automatically_derived]
    impl __core::Integration<PSync> for AuthorizeNet {
        const METHOD: __core::Method = __core::Method::POST;
        const URL: __core::Template = __core::template(
            "/xml/v1/request.api",
            &[__core::Literal("/xml/v1/request.api")],
            "",
        );
        const PLACES: &'static [__core::Place] = &[
            __core::place("merchantAuthentication", "body", "auth"),
            __core::place("transId", "body", "request.connector_transaction_id"),
        ];
        const RESPONSE: __core::Reader<PSync> = __core::reader::<Reply, PSync>();
        const BODY: ::core::option::Option<__core::Body> = __core::described_body(
            "json",
            "getTransactionDetailsRequest",
            "application/json",
        );
        fn encode(
            __data: &__core::RouterData<PSync>,
            __auth: &<AuthorizeNet as __core::Connector>::Auth,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            let __request = PSyncRequest {
                merchant_authentication: __core::Source(&*__auth, "auth")
                    .fill::<&'_ MerchantAuthentication>()?,
                trans_id: __core::Source(
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
            __core::Encoder::path(__encoder, &[])?;
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
            impl<'__b, 'a> ::connector_core::__private::serde::Serialize
            for __BodyOf<'__b, 'a> {
                fn serialize<__S: ::connector_core::__private::serde::Serializer>(
                    &self,
                    __serializer: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    __Body::serialize(self.0, __serializer)
                }
            }
            ::connector_core::__private::Encoder::body(
                __encoder,
                ::connector_core::__private::BodyKind::Json,
                ::core::option::Option::Some("getTransactionDetailsRequest"),
                &__BodyOf(self),
            )?;
            ::core::result::Result::Ok(())
        }
    }
};
