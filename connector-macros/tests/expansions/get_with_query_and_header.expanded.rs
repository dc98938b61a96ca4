const _: () = {
    use ::connector_core::__private as __core;
    type __Known<__T> = __core::Known<{ __core::carries_out::<Acme, RSync>() }, __T>;
    type __Flow = <__Known<RSync> as __core::As>::Type;
    (__core::is_whole::<Acme, __Flow>)();
    const _: () = (__core::orders_as_asked::<Acme, __Flow>)(false, true, &[]);
    #[automatically_derived]
    impl __core::Integration<RSync> for Acme
    where
        __Known<()>:,
    {
        const DECLARATION: __core::FlowDeclaration<RSync> = __core::FlowDeclaration {
            method: &__core::Method::GET,
            url: __core::template(
                "/refunds/{refund_id}",
                &[__core::Literal("/refunds/"), __core::Value("refund_id")],
                "",
            ),
            places: &[
                __core::place("refund_id", "path", "request.connector_refund_id"),
                __core::place("payment", "query", "request.connector_transaction_id"),
                __core::place("acme-account", "header", "auth.account"),
            ],
            ..__core::declared::<Refund, RSync>()
        };
        fn encode(
            __data: &__core::RouterData<RSync>,
            __auth: &<Acme as __core::Connector>::Auth,
            __encoder: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.connector_refund_id,
                    "request.connector_refund_id",
                )
                .fill::<&'_ RefundId>(__encoder) else { return };
            let __core::Some(__1) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<Option<&'_ PaymentId>>(__encoder) else { return };
            let __core::Some(__2) = __core::Source(&__auth.account, "auth.account")
                .fill::<&'_ Account>(__encoder) else { return };
            let __request = RSyncRequest {
                refund_id: __0,
                payment_id: __1,
                account: __2,
            };
            __core::FlowRequest::encode(&__request, __encoder);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for RSyncRequest<'a> {
        fn encode(&self, __encoder: &mut __core::Encoder) {
            __core::Encoder::path(
                __encoder,
                &[__core::path_value::<&'a RefundId>(&self.refund_id)],
            );
            __core::query::<
                Option<&'a PaymentId>,
            >(__encoder, "payment", &self.payment_id);
            __core::header::<&'a Account>(__encoder, "acme-account", &self.account);
        }
    }
};
