const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<
        { __core::carries_out::<AuthorizeNet, Capture>() },
        Capture,
    >;
    const _: () = (__core::is_whole::<AuthorizeNet, __Flow>)();
    const _: () = {
        use __core::NoCount as _;
        (__core::counts_as::<
            AuthorizeNet,
            __Flow,
        >)(<__core::CountProbe<Option<FloatMajorUnit>>>::COUNT)
    };
    const _: () = (__core::has_an_order_to_excuse::<__Flow>)();
    (__core::filled_once)(__core::ByHand::<CaptureRequest<'static>, __Flow>::MADE);
    const _: () = (__core::orders_as_asked::<AuthorizeNet, __Flow>)(true, true, &[]);
    #[automatically_derived]
    impl __core::Integration<Capture> for AuthorizeNet
    where
        __Flow:,
    {
        const DECLARATION: __core::FlowDeclaration<Capture> = __core::FlowDeclaration {
            method: &__core::Method::POST,
            url: __core::template(
                "/xml/v1/request.api",
                &[__core::Literal("/xml/v1/request.api")],
                "",
            ),
            places: &[
                __core::place(
                    "transaction.transId",
                    "body",
                    "request.connector_transaction_id",
                ),
                __core::amount_place::<
                    FloatMajorUnit,
                >(
                    __core::place(
                        "transaction.details.amount",
                        "body",
                        "request.amount_to_capture",
                    ),
                ),
            ],
            body: __core::described_body(
                "json",
                "createTransactionRequest",
                "application/json",
            ),
            no_idempotency: __core::Some("left out here"),
            ..__core::declared::<Reply, Capture>()
        };
        fn encode(
            __data: &__core::RouterData<Capture>,
            __auth: &<AuthorizeNet as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<&'_ PaymentId>(__to) else { return };
            let __core::Some(__1) = __core::Source(
                    &__data.request.amount_to_capture,
                    "request.amount_to_capture",
                )
                .fill::<Option<FloatMajorUnit>>(__to) else { return };
            let __asked = CaptureRequest {
                trans_id: __0,
                amount: __1,
            };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for CaptureRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[]);
            #[derive(::connector_core::__private::serde::Serialize)]
            #[serde(
                crate = "::connector_core::__private::serde",
                remote = "CaptureRequest"
            )]
            #[serde(rename_all = "camelCase")]
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct __Body_0_1<'a> {
                #[serde(skip_serializing_if = "::core::option::Option::is_none")]
                amount: Option<FloatMajorUnit>,
                #[serde(skip)]
                __marker: ::core::marker::PhantomData<(&'a (),)>,
            }
            impl<'a> __Body_0_1<'a> {
                fn __is_absent(__request: &CaptureRequest<'a>) -> __core::bool {
                    ::core::option::Option::is_none(&__request.amount)
                }
            }
            #[derive(::connector_core::__private::serde::Serialize)]
            #[serde(
                crate = "::connector_core::__private::serde",
                remote = "CaptureRequest"
            )]
            #[serde(rename_all = "camelCase")]
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct __Body_0<'a> {
                trans_id: &'a PaymentId,
                #[serde(
                    rename = "details",
                    getter = "::connector_core::__private::whole"
                )]
                #[serde(serialize_with = "__Body_0_1::serialize")]
                #[serde(skip_serializing_if = "__Body_0_1::__is_absent")]
                __within_1: CaptureRequest<'a>,
                #[serde(skip)]
                __marker: ::core::marker::PhantomData<(&'a (),)>,
            }
            #[derive(::connector_core::__private::serde::Serialize)]
            #[serde(
                crate = "::connector_core::__private::serde",
                remote = "CaptureRequest"
            )]
            #[serde(rename_all = "camelCase")]
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct __Body<'a> {
                #[serde(
                    rename = "transaction",
                    getter = "::connector_core::__private::whole"
                )]
                #[serde(serialize_with = "__Body_0::serialize")]
                __within_0: CaptureRequest<'a>,
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
                __core::BodyKind::Json,
                __core::Some("createTransactionRequest"),
                &__BodyOf(self),
            );
        }
    }
};
